"""Numbers and days that no calendar has, typed into forms of a mediation, are answered with a sentence."""

from typing import Any

import pytest
from django.urls import reverse

from tests import make
from tests import make_mediation as make_it
from tests.pages.mediation.test_desk import browser, do
from yimen.mediation.models import OfferedTime, Seat, Sitting

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SESSION = {"on": "2026-03-03", "at": "09:00", "minutes": "60", "form": "in_person", "where": "zqhere", "alone": "0"}


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: make_it.AT)


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"on": "2199-12-31"}, "within the next year"),
        ({"on": "1900-01-01"}, "still to come"),
        ({"minutes": "1" + "0" * 15}, "quarter of an hour"),
        ({"minutes": "-5"}, "quarter of an hour"),
    ],
)
def test_a_session_that_no_calendar_has(odd: dict[str, Any], why: str) -> None:
    talk, desk = make_it.opened(), browser()
    typed = SESSION | odd
    for act, begins in (("session", {}), ("times", {"time_0": f"{typed['on']}T{typed['at']}"})):
        page = do(desk, talk, act, **typed | begins).content.decode()
        assert why in page
        assert "zqhere" in page, "what was typed stays"
    assert not Sitting.objects.exists()
    assert not OfferedTime.objects.exists()


def test_a_seat_at_the_end_of_all_calendars_and_one_for_ever() -> None:
    talk, desk = make_it.applied(), browser(make.administrator())
    there, where = Seat.objects.count(), reverse("desk_committee", args=[talk.row.committee_id])
    typed = {"post": str(make_it.mediator().post_id), "engaged": "member", "languages": "zh-hans"}
    assert desk.post(where, typed | {"from_on": "2199-12-30", "until_on": "2199-12-31"}).status_code == 302
    assert Seat.objects.count() == there + 1
    far = desk.post(where, typed | {"from_on": "2026-03-03", "until_on": "9999-12-31"}).content.decode()
    assert "between 1900 and 2199" in far
    page = desk.post(where, typed | {"from_on": "1900-01-01", "until_on": "2199-12-31"}).content.decode()
    assert "govuk-error" in page
    assert Seat.objects.count() == there + 1


@pytest.mark.parametrize(("day", "why"), [("9999-12-31", "within the next year"), ("0001-01-01", "still to come")])
def test_a_time_to_choose_from_that_no_calendar_has(day: str, why: str) -> None:
    talk, desk = make_it.opened(), browser()
    assert "between 1900 and 2199" in do(desk, talk, "session", **SESSION | {"on": day}).content.decode()
    assert why in do(desk, talk, "times", **SESSION | {"time_0": f"{day}T09:00"}).content.decode()
