"""A dishonest clerk and an outsider: forms of another post, of another site, of an hour ago."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.house.addresses import patterns
from tests.make_colleagues import shared_case
from tests.make_town import PASSWORD
from tests.pages.access.sending import state_of
from tests.pages.desk.browsing import browser, opened, text
from tests.verbs.exports.asked import asked, fresh
from yimen.cases.models import Case
from yimen.files.models import StoredFile
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


def test_a_number_of_others_in_the_address_of_ones_own_case_opens_nothing() -> None:
    """Of every part of an address that is a second number: the file, the question and the paper must be that case's."""
    mine = make.accepted_case()
    theirs, enquiry = shared_case(words="A zqlamp.", files=(make.file(b"zqfile", "zqfile.txt"),))
    Case.objects.filter(pk=theirs.pk).update(office=make.handler("housing").office_id)
    client, before = opened(make.handler(), mine.pk), state_of(enquiry)
    numbers = {"file": StoredFile.objects.get(subject=theirs.ref).pk, "enquiry": enquiry.pk, "number": 99}
    tried = set()
    for _, name, pattern in patterns():
        others = [part for part in pattern.pattern.converters if part in numbers]
        if name.startswith("desk_") and "pk" in pattern.pattern.converters and others:
            kwargs = {part: numbers.get(part, "en") for part in pattern.pattern.converters} | {"pk": mine.pk}
            path = reverse(name, kwargs=kwargs)
            answers = [client.get(path), client.post(path, {"version": str(make.fresh(mine).version)})]
            assert {answer.status_code for answer in answers} <= {404, 405}, path
            tried |= set(others)
    assert tried == set(numbers)
    assert state_of(enquiry) == before
