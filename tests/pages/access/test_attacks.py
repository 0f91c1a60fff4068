"""A dishonest clerk and an outsider: forms of another post, of another site, of an hour ago."""

import pytest
from django.test import Client

from tests import make
from tests.make_town import PASSWORD
from tests.pages.desk.browsing import browser, opened, text
from tests.verbs.exports.asked import asked, fresh
from yimen.cases.models import Case
from yimen.people.models import Appointment, Staff

pytestmark = pytest.mark.django_db


def test_a_form_that_was_opened_from_one_post_does_nothing_from_another() -> None:
    """Between looking and sending, the same person changes to their post in another office."""
    case = make.case()
    clerk, other = make.handler(), make.handler("housing")
    Appointment.objects.filter(post_id=other.post_id).update(staff_id=clerk.staff_id)
    client = opened(clerk, case.pk)
    page = client.get(f"/desk/cases/{case.pk}/acceptance/")
    assert page.status_code == 200
    client.post("/desk/post/", {"post": str(other.post_id)})
    answer = client.post(f"/desk/cases/{case.pk}/acceptance/", {"version": str(case.version)})
    assert answer.status_code == 404
    assert make.fresh(case).state == "received"


def test_an_export_asked_from_one_post_is_not_taken_from_another_of_the_same_person() -> None:
    make.case()
    export = asked()
    other = make.handler("housing")
    Appointment.objects.filter(post_id=other.post_id).update(staff_id=export.staff_id)
    client = browser(make.handler())
    client.post("/desk/post/", {"post": str(other.post_id)})
    assert client.get(f"/desk/exports/{export.pk}/").status_code == 404


def test_an_agreed_export_of_somebody_who_has_left_is_nobodys() -> None:
    make.case()
    export = asked()
    client = browser(make.handler())
    from yimen.exports.verbs import agree_export  # noqa: PLC0415 – only here

    agree_export(by=make.supervisor("urban"), export=export, at=make.LATER)
    Staff.objects.filter(pk=export.staff_id).update(is_active=False)
    typed = {"what": "take", "version": str(fresh(export.pk).version)}
    assert client.post(f"/desk/exports/{export.pk}/", typed).status_code == 401, "sign in first"
    assert fresh(export.pk).stage == "agreed"


@pytest.mark.parametrize(
    "address", ["/desk/sign-out/", "/desk/me/sign-ins/", "/desk/exports/", "/desk/town/sign-ins/", "/desk/post/"]
)
def test_no_other_site_sends_a_form_of_the_desk(address: str) -> None:
    make.town()
    client = Client(enforce_csrf_checks=True)
    client.force_login(Staff.objects.get(username="urban-handler"))
    assert client.post(address, {"sign_in": "1", "post": "1"}).status_code == 403
    assert client.get("/desk/").status_code == 200, "still signed in"


@pytest.mark.parametrize(
    "to", ["/desk/\r\nSet-Cookie: a=b", "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x"]
)
def test_the_way_back_after_signing_in_is_ours_and_no_head_of_an_answer(to: str) -> None:
    make.town()
    answer = Client().post(f"/desk/sign-in/?next={to}", {"login": "urban-handler", "password": PASSWORD, "next": to})
    assert answer.status_code == 302
    assert "evil" not in answer["Location"]
    assert not answer["Location"].startswith("javascript")
    assert "\n" not in answer["Location"]
    assert "a" not in answer.cookies


def test_a_number_in_a_hidden_field_is_not_believed() -> None:
    """The case in the address counts, and nothing that the form says besides."""
    mine, theirs = make.case(), make.open_case(words="A zqlamp.")
    client = opened(make.handler(), mine.pk)
    typed = {"version": str(mine.version), "pk": str(theirs.pk), "case": str(theirs.pk), "id": str(theirs.pk)}
    client.post(f"/desk/cases/{mine.pk}/acceptance/", typed)
    assert Case.objects.get(pk=theirs.pk).state == "received"
    assert "zqlamp" not in text(client.get(f"/desk/cases/{mine.pk}/?pk={theirs.pk}"))
