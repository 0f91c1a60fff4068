"""Booked visits on the web: choose a time, keep the code, move it, cancel it, put it into a calendar."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime

from tests import make, make_visits
from tests.pages.desk.browsing import browser as at_desk
from tests.pages.public.visiting import browser, text
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce, shown
from yimen.visits.models import Booking

pytestmark = pytest.mark.django_db
NEW = "/centre/KS-one-door/booking/"


@pytest.fixture(autouse=True)
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    make.town()
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)


def filled(**fields: str) -> dict[str, str]:
    first = localtime(make_visits.free_times()[0]).isoformat()
    usual = {"nonce": new_nonce(), "begins_at": first, "receipt": "", "tell": "here", "email": "", "phone": ""}
    return usual | fields


def booked(client: Client, **fields: str) -> Any:  # noqa: ANN401 – the test client's own type
    return client.post(NEW, filled(**fields))


def test_a_time_is_booked_moved_and_cancelled_by_its_code_alone() -> None:
    client = browser()
    assert "2 March 2026" in text(client.get(NEW))
    address = booked(client).headers["Location"]
    page = text(browser().get(address))
    assert "2 March 2026 11:00" in page
    later = localtime(make_visits.free_times()[4]).isoformat()
    browser().post(address, {"begins_at": later})
    assert "2 March 2026 14:15" in text(browser().get(address))
    calendar = browser().get(f"{address}visit.ics")
    assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"DTSTART" in calendar.content
    browser().post(address, {"cancel": "1"})
    assert "This booking was cancelled." in text(browser().get(address))
    assert b"STATUS:CANCELLED" in browser().get(f"{address}visit.ics").content


def test_what_has_just_been_taken_is_said_and_nothing_typed_is_lost() -> None:
    form = filled(tell="email", email="a@example.org")
    make_visits.booked()
    page = text(browser().post(NEW, form))
    assert "This time is no longer free" in page
    assert "a@example.org" in page
    assert Booking.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"begins_at": ""}, "Please fill this in"),
        ({"begins_at": "x"}, "no longer free"),
        ({"tell": "sms"}, "address or number"),
        ({"receipt": "7K2MP"}, "mistyped"),
        ({"nonce": "x"}, "damaged on the way"),
    ],
)
def test_a_no_is_said_in_words(wrong: dict[str, str], why: str) -> None:
    assert why in text(booked(browser(), **wrong))
    assert Booking.objects.count() == 0


def test_a_visit_about_a_case_is_booked_with_its_receipt_which_stands_nowhere() -> None:
    receipt = make.receipt()
    booked(browser(), receipt=shown(receipt.code))
    assert Booking.objects.get().case == receipt.case


def test_its_receipt_is_followed_like_that_of_a_case() -> None:
    address = booked(browser()).headers["Location"]
    code = address.split("/")[-2]
    assert browser().post("/follow/", {"receipt": code.lower()}).headers["Location"] == address


def test_nobody_reads_or_cancels_another_ones_booking() -> None:
    booked(browser())
    for code in ("x", "7K2MP-9QXR4-HTW6C", "2" * 15):
        for address in (f"/booking/{code}/", f"/booking/{code}/visit.ics"):
            assert browser().get(address).status_code == 404
        assert browser().post(f"/booking/{code}/", {"cancel": "1"}).status_code == 404
    assert Booking.objects.get().state == "booked"


def test_several_errands_are_asked_for_first_and_a_centre_without_bookings_says_so() -> None:
    make_visits.errand("A")
    make_visits.errand("B")
    page = text(browser().get(NEW))
    assert set(re.findall(r'name="letter"\s+value="(.)"', page)) == {"A", "B"}
    assert "Book this time" in text(browser().get(f"{NEW}?letter=B"))


def test_the_clerk_sees_the_days_list_without_names_and_notes_who_came() -> None:
    booking = make_visits.booked().booking
    client = at_desk(make.clerk())
    assert "11:00" in text(client.get("/desk/booked/"))
    client.post("/desk/booked/", {"booking": booking.pk, "came": "yes"})
    assert Booking.objects.get().state == "came"
    for damaged in (
        {},
        {"booking": "x"},
        {"booking": "9" * 5000},
        {"booking": "99999"},
        {"booking": booking.pk, "came": "no"},
    ):
        client.post("/desk/booked/", damaged)
    assert Booking.objects.get().state == "came"
    elsewhere = at_desk(make.posted("one-door-1-clerk"))
    assert "11:00" not in text(elsewhere.get("/desk/booked/"))
    assert at_desk(make.handler()).get("/desk/booked/").status_code == 404


def test_a_tampered_address_or_form_comes_back_with_a_sentence() -> None:
    """What is not offered, and a move without a time: never a page that only looks as if nothing had happened."""
    client = browser()
    assert "This cannot be booked here" in text(client.get(NEW, {"letter": "Z"}))
    assert "This cannot be booked here" not in text(client.get(NEW))
    address = booked(client).headers["Location"]
    assert "Please fill this in" in text(client.post(address, {"something": "else"}))
