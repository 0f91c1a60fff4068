"""Moving a booked visit."""

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from tests import make, make_visits
from yimen.cases.rules import Way
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.visits.booked.calendar_file import calendar_file
from yimen.visits.models import Booking
from yimen.visits.verbs import move_visit

pytestmark = pytest.mark.django_db


def move(booking: Booking, to: datetime, at: datetime = make.MONDAY) -> None:
    move_visit(by=make_visits.SOMEBODY, booking=booking, begins_at=to, town=make.town(), at=at)


def test_the_old_time_is_free_again_and_the_reminder_goes_along() -> None:
    made = make_visits.booked(make_visits.free_times()[-1], tell=Way.EMAIL, address="a@example.org")
    old, new = made.booking.begins_at, make_visits.free_times()[-30]
    move(made.booking, new)
    assert old in make_visits.free_times()
    assert new not in make_visits.free_times()
    reminders = Letter.objects.filter(subject=made.booking.ref, code="visit-reminder")
    assert [letter.next_at.date() for letter in reminders if letter.next_at] == [new.date() - timedelta(days=1)]


def test_a_calendar_follows() -> None:
    made = make_visits.booked()
    office = make.town().offices.by_id[made.booking.office_id]

    def event() -> dict[str, object]:
        text = calendar_file(made.booking, office, url="https://door/booking/x/", title="Visit", at=make.MONDAY)
        found = Calendar.from_ical(text).walk("VEVENT")[0]
        return {name: found.decoded(name) for name in ("uid", "sequence", "dtstart", "dtend", "status", "summary")}

    before = event()
    move(made.booking, make_visits.free_times()[3])
    after = event()
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (1, 2)
    assert after["dtstart"] == made.booking.begins_at
    assert after["dtend"] == made.booking.begins_at + timedelta(minutes=15)
    assert (after["status"], after["summary"]) == ("CONFIRMED", "Visit")


def test_not_to_a_time_that_is_taken_nor_when_the_visit_has_begun() -> None:
    made, other = make_visits.booked(), make_visits.booked()
    with pytest.raises(Refused, match="just taken"):
        move(made.booking, other.booking.begins_at)
    with pytest.raises(Refused, match="has begun"):
        move(made.booking, make_visits.free_times()[9], at=made.booking.begins_at)
    stale = Booking.objects.get(pk=made.booking.pk)
    move(made.booking, make_visits.free_times()[3])
    with pytest.raises(Refused, match="just changed"):
        move(stale, make_visits.free_times()[5])
