"""What waited on a telephone comes in: one case however often, why where it can't, later where the town can't."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.pages.public.test_failing import no_database, read_only_database
from tests.pages.public.test_many import HERE, full
from tests.pages.public.visiting import browser, filled, opened
from tests.rules.files_made import photo
from yimen.cases.models import Case
from yimen.files.queries import files_of
from yimen.kernel.receipts import new_nonce, read

pytestmark = pytest.mark.django_db
PATH = "/kept/"


def sent(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    answer = browser().post(PATH, filled(**fields))
    assert "no-store" in answer["Cache-Control"]
    said: dict[str, Any] = answer.json()
    return said


def test_a_sending_that_comes_twice_is_one_case_with_one_receipt() -> None:
    make.town()
    nonce, picture = new_nonce(), SimpleUploadedFile("lamp.jpg", photo())
    first = sent(nonce=nonce, files=picture)
    picture.seek(0)
    second = sent(nonce=nonce, files=picture)
    assert first == second
    assert first["state"] == "sent"
    assert read(first["codes"][0]["code"])
    case = Case.objects.get()
    assert (case.channel, len(files_of(case.ref))) == ("web", 1)


def test_the_same_form_by_the_page_and_from_the_phone_is_one_case() -> None:
    """The signal broke off while it was sent: nobody can know whether it arrived."""
    make.town()
    form = filled()
    browser().post("/tell/", form)
    assert sent(**form)["changed"] is False
    assert sent(**form | {"words": "Other words."})["changed"] is True
    assert Case.objects.count() == 1


def test_all_codes_come_that_are_shown_only_once() -> None:
    make.town()
    invited = sent(others="2")["codes"]
    assert [each["title"] for each in invited] == ["Your receipt", "Invitation 1", "Invitation 2"]
    helped = sent(consent="spoken", is_followed="on")["codes"]
    assert [each["title"] for each in helped][1] == "Your own receipt, as a helper"
    assert len({each["code"] for each in invited + helped}) == 5


def test_it_opens_no_case_in_this_browser() -> None:
    make.town()
    client = browser()
    client.post(PATH, filled())
    assert not client.cookies


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"category": "gone.since"}, "Please choose one"),
        ({"nonce": "short"}, "damaged on the way"),
        ({"words": ""}, "Please fill this in"),
        ({"category": "elsewhere.lawsuit"}, "12368"),
        ({"tell": "email"}, "address or number"),
    ],
)
def test_what_needs_the_person_says_why(wrong: dict[str, str], why: str) -> None:
    make.town()
    said = sent(**wrong)
    assert said["state"] == "refused"
    assert why in " ".join(said["reasons"])
    assert not Case.objects.exists()


def test_a_file_that_cannot_be_taken_says_why() -> None:
    make.town()
    said = sent(files=SimpleUploadedFile("run.exe", b"MZ\x90"))
    assert said["state"] == "refused"
    assert "run.exe" in said["reasons"][0]


@pytest.mark.django_db(transaction=True)
def test_the_town_that_cannot_just_now_is_asked_again_later() -> None:
    make.town()
    form = filled()
    with read_only_database():
        answer = browser().post(PATH, form)
    assert (answer.status_code, answer.json()["state"]) == (503, "later")
    with no_database():
        assert browser().post(PATH, form).status_code == 503
    assert sent(**form)["state"] == "sent"


def test_too_many_from_one_connection_wait_an_hour() -> None:
    full()
    answer = browser().post(PATH, filled(), REMOTE_ADDR=HERE)
    assert (answer.status_code, answer.json()) == (429, {"state": "later", "seconds": 3600})


def test_another_site_sends_nothing() -> None:
    make.town()
    assert browser().post(PATH, filled(), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not Case.objects.exists()


def test_leaving_quickly_forgets_everything() -> None:
    client, _ = opened()
    client.cookies["room"] = "a note of another page"
    answer = client.get("/away/")
    assert answer["Location"] == "/answers/"
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not any(cookie.value for cookie in client.cookies.values()), "also where no browser clears a site's data"
    assert client.get("/case/").status_code == 302


def test_no_other_site_and_no_foresight_wipes_anything(settings: Any) -> None:  # noqa: ANN401
    settings.YIMEN_LEAVE_TO = "https://weather.example.org/"
    for heads in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-origin", "Sec-Purpose": "prefetch"}):
        answer = browser().get("/away/", headers=heads)
        assert answer["Location"] == "https://weather.example.org/"
        assert "Clear-Site-Data" not in answer
