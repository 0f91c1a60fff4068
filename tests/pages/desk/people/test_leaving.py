"""An administrator lets somebody go: what is open is seen first, one choice hands on all of it or each."""

import pytest

from tests import make
from tests.make_colleagues import colleague, on_leave
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.people.test_setting_up import township_administrator
from yimen.kernel import clock
from yimen.people.models import Appointment, SignIn, Staff
from yimen.people.queries import acting_as
from yimen.people.verbs.end_appointment import end_appointment

pytestmark = pytest.mark.django_db


def test_one_choice_hands_on_all_and_the_browser_is_signed_out() -> None:
    make.case()
    holder, pema, third = make.handler(), colleague(), colleague("tashi")
    on_leave(third, holder, at=clock.now())
    theirs, client = browser(holder), browser(make.administrator())
    theirs.get("/desk/")
    path = f"/desk/town/staff/{holder.staff_id}/leaving/"
    page = text(client.get(path))
    assert "Open cases of the office: 1." in page
    assert "for a colleague on leave" in page
    assert client.post(path, {"everything": pema.staff_id, "sure": "1"}).status_code == 302
    assert theirs.get("/desk/").status_code == 302
    assert not SignIn.objects.filter(staff_id=holder.staff_id).exists()
    today = clock.day_of(clock.now())
    for post in (holder.post_id, third.post_id):
        assert acting_as(pema.staff_id, post, today) is not None
    assert client.post(path, {"sure": "1"}).status_code == 404, "they are gone"


def test_whoever_left_already_or_works_elsewhere_is_said_where_the_name_was_typed() -> None:
    """It was a page that said that the address is wrong."""
    handler = make.handler()
    name = Staff.objects.get(pk=handler.staff_id).username
    release = {"release-username": name}
    elsewhere = browser(township_administrator()).post("/desk/town/staff/", release)
    assert "They have left already, or hold a post outside" in text(elsewhere)
    client = browser(make.administrator())
    assert client.post("/desk/town/staff/", release).status_code == 302
    assert client.post(f"/desk/town/staff/{handler.staff_id}/leaving/", {"sure": "1"}).status_code == 302
    assert "They have left already" in text(client.post("/desk/town/staff/", release))


def test_each_may_have_its_own_choice_and_who_is_too_far_is_refused_in_words() -> None:
    holder, pema, third = make.handler(), colleague(), colleague("tashi")
    on_leave(third, holder, at=clock.now())
    client, path = browser(make.administrator()), f"/desk/town/staff/{holder.staff_id}/leaving/"
    wrong = client.post(path, {"everything": third.staff_id, "sure": "1"})
    assert "Choose somebody else here" in text(wrong), "nobody stands in for themselves"
    assert Staff.objects.get(pk=holder.staff_id).is_active
    right = {"everything": third.staff_id, f"post{third.post_id}": pema.staff_id, "sure": "1"}
    assert client.post(path, right).status_code == 302
    today = clock.day_of(clock.now())
    assert acting_as(third.staff_id, holder.post_id, today) is not None
    assert acting_as(pema.staff_id, third.post_id, today) is not None


def test_access_ends_at_the_next_request_though_posts_are_kept_in_memory() -> None:
    holder = make.handler()
    client, today = browser(holder), clock.day_of(clock.now())
    assert client.get("/desk/").status_code == 200
    assert client.get("/desk/").status_code == 200, "from memory"
    (held,) = Appointment.objects.filter(staff_id=holder.staff_id)
    end_appointment(by=make.administrator(), appointment_id=held.pk, on=today, at=clock.now())
    assert client.get("/desk/").status_code == 403


def test_an_administrator_elsewhere_finds_nobody() -> None:
    path = f"/desk/town/staff/{make.handler().staff_id}/leaving/"
    assert browser(township_administrator()).get(path).status_code == 404
    assert browser(make.supervisor()).get(path).status_code == 403
