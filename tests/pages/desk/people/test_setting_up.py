"""An administrator who is no programmer opens an office and staffs it; residents then read who serves them."""

from datetime import date

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.journal.record import history
from yimen.kernel import clock
from yimen.people.models import Appointment, Office, Post, Staff
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post

pytestmark = pytest.mark.django_db
OFFICE = {
    "kind": "centre", "function": "one-door", "above": "KS-township-office-1", "zh": "多河一门", "en": "Duohe desk",
    "office_telephone": "0941-777", "mon": "9:00–12:00, 14:00-17:30",
}  # fmt: skip


NEW = "/desk/town/offices/new/?place=KS0101"


def today() -> date:
    """The pages go by the clock."""
    return clock.day_of(clock.now())


def township_administrator() -> Acting:
    """Somebody who sets up the second township, and nothing else."""
    by, at = Operator(), clock.now()
    make.administrator()
    post = set_up_post(
        by=by, code="A-2", role=Role.ADMINISTRATOR, office="KS-township-office-2", place="KS02", names={}, at=at
    )
    staff = enrol_staff(by=by, username="second", name="…", language="en", password=None, at=at)
    appoint_staff(by=by, staff_id=staff, post_id=post, from_on=today(), at=at)
    office = Office.objects.get(code="KS-township-office-2")
    return Acting(staff, post, Role.ADMINISTRATOR, office.pk, office.path, "KS/KS02/")


def test_from_an_empty_village_to_who_serves_me() -> None:
    client = browser(make.administrator())
    there = client.post(NEW, OFFICE)
    office = Office.objects.get(code="KS0101-one-door")
    assert there.headers["Location"] == f"/desk/town/offices/{office.pk}/"
    assert office.hours == {"mon": [["09:00", "12:00"], ["14:00", "17:30"]]}
    assert history(f"office:{office.pk}")[-1].code == "office.opened"
    typed = {"role": "area_adviser", "place": "KS0101", "number": "1"}
    there = client.post(f"/desk/town/offices/{office.pk}/post/", typed)
    post = Post.objects.get(office=office)
    assert there.headers["Location"] == f"/desk/town/posts/{post.pk}/"
    enrolled = {"enrol-username": "pema", "enrol-name": "Pema", "enrol-language": "bo"} | {
        "enrol-password": "barley-and-tea"
    }
    assert client.post("/desk/town/staff/", enrolled).status_code == 302
    on = {"username": "pema", "from_on": today().isoformat(), "name_is_public": "on"}
    assert client.post(f"/desk/town/posts/{post.pk}/", on).status_code == 302
    seen = text(Client(headers={"Accept-Language": "en"}).get("/serves/?place=KS0101"))
    assert "Duohe desk" in seen
    assert "0941-777" in seen
    assert "Pema" in seen, "she agreed"


def test_a_second_press_opens_no_second_office_and_no_second_post() -> None:
    client = browser(make.administrator())
    client.post(NEW, OFFICE)
    assert "has such an office already" in text(client.post(NEW, OFFICE))
    office = Office.objects.get(code="KS0101-one-door")
    typed = {"role": "clerk", "place": "KS0101", "number": "1"}
    client.post(f"/desk/town/offices/{office.pk}/post/", typed)
    assert "There already is a post" in text(client.post(f"/desk/town/offices/{office.pk}/post/", typed))
    assert Post.objects.filter(office=office).count() == 1


@pytest.mark.parametrize("hours", ["nine to five", "09:00–12:00, 11:00–15:00", "25:00–26:00", "09:00–12:00 or so"])
def test_hours_that_nobody_understands_are_named_and_nothing_typed_is_lost(hours: str) -> None:
    page = browser(make.administrator()).post(NEW, {**OFFICE, "tue": hours})
    assert "These hours are not understood" in text(page)
    assert f'value="{hours}"' in text(page)
    assert not Office.objects.filter(code="KS0101-one-door").exists()


def test_an_office_is_changed_and_a_stale_page_is_refused() -> None:
    client = browser(make.administrator())
    client.post(NEW, OFFICE)
    office = Office.objects.get(code="KS0101-one-door")
    path = f"/desk/town/offices/{office.pk}/"
    stood = client.get(path).context["form"].stands
    typed = {"zh": "多河", "office_telephone": "0941-778", "is_open": "on", "stood": stood}
    assert client.post(path, typed).status_code == 302
    assert "Somebody has changed this office meanwhile" in text(client.post(path, {**typed, "office_telephone": "0"}))
    office.refresh_from_db()
    assert (office.telephone, office.names, office.parent and office.parent.code) == (
        "0941-778", {"zh-hans": "多河"}, "KS-township-office-1",
    )  # fmt: skip


def test_access_ends_that_second_when_somebody_leaves() -> None:
    handler = make.handler()
    theirs, client = browser(handler), browser(make.administrator())
    assert theirs.get("/desk/").status_code == 200
    held = Appointment.objects.get(post_id=handler.post_id)
    typed = {"appointment": held.pk, "end_on": today().isoformat()}
    assert client.post(f"/desk/town/posts/{handler.post_id}/", typed).status_code == 302
    assert theirs.get("/desk/").status_code == 403


def test_somebody_who_is_released_is_out_at_once() -> None:
    handler = make.handler()
    theirs = browser(handler)
    name = Staff.objects.get(pk=handler.staff_id).username
    client = browser(make.administrator())
    there = client.post("/desk/town/staff/", {"release-username": name}).headers["Location"]
    assert there == f"/desk/town/staff/{handler.staff_id}/leaving/"
    assert theirs.get("/desk/").status_code == 200, "nothing has happened yet"
    assert client.post(there, {"sure": "1"}).status_code == 302
    assert theirs.get("/desk/").status_code == 302


def test_an_administrator_of_a_township_has_that_part_alone() -> None:
    acting = township_administrator()
    client = browser(acting)
    page = text(client.get("/desk/town/offices/"))
    assert "Township office office 2" in page
    assert "Urban office" not in page
    assert "Urban office" not in text(client.get("/desk/town/offices/?words=office"))
    urban = Office.objects.get(code="KS-urban")
    post = Post.objects.filter(office=urban)[0]
    for path in (
        f"/desk/town/offices/{urban.pk}/", f"/desk/town/offices/{urban.pk}/post/", f"/desk/town/posts/{post.pk}/",
        "/desk/town/offices/?place=KS01", "/desk/town/coverage/?place=KS", NEW,
    ):  # fmt: skip
        assert client.get(path).status_code == 404, path
        assert client.post(path, OFFICE).status_code == 404, path


def test_an_appointment_of_another_post_is_not_ended_here() -> None:
    acting = township_administrator()
    other = Appointment.objects.get(post_id=make.handler().post_id)
    post = Post.objects.get(code="A-2")
    typed = {"appointment": other.pk, "end_on": today().isoformat()}
    assert browser(acting).post(f"/desk/town/posts/{post.pk}/", typed).status_code == 404
    other.refresh_from_db()
    assert other.until_on is None


def test_nobody_appoints_themselves() -> None:
    administrator = make.administrator()
    name = Staff.objects.get(pk=administrator.staff_id).username
    typed = {"username": name, "from_on": today().isoformat()}
    assert "Nobody gives or takes a post of their own" in text(
        browser(administrator).post(f"/desk/town/posts/{make.handler().post_id}/", typed)
    )


def test_it_takes_few_statements(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.administrator())
    urban = Office.objects.get(code="KS-urban")
    post = Post.objects.filter(office=urban)[0]
    for path in ("", f"{urban.pk}/", f"{urban.pk}/post/", f"../posts/{post.pk}/", "../staff/"):
        client.get(f"/desk/town/offices/{path}")
        with sql(at_most=8):
            client.get(f"/desk/town/offices/{path}")
