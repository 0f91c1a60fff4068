"""A booked visit for one's own calendar: iCalendar (RFC 5545), as every telephone reads it."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from yimen.kernel.languages import name_in
from yimen.people.queries import OfficeFacts
from yimen.visits.booked.rules import Booked
from yimen.visits.models import Booking

REMIND_BEFORE = timedelta(hours=2)


def calendar_file(booking: Booking, office: OfficeFacts, *, url: str, title: str, at: datetime) -> bytes:
    """The visit as one event. Moved or cancelled, the same event comes with a higher number, so calendars follow."""
    event = Event()
    event.add("uid", f"{bytes(booking.receipt_hash).hex()[:32]}@yimen")
    event.add("sequence", booking.version)
    event.add("dtstamp", at)
    event.add("dtstart", booking.begins_at)
    event.add("dtend", booking.begins_at + timedelta(minutes=booking.minutes))
    event.add("summary", title)
    where = (name_in(office.names, booking.language), name_in(office.address, booking.language))
    event.add("location", ", ".join(part for part in where if part))
    event.add("url", url)
    event.add("status", "CANCELLED" if booking.state == Booked.CANCELLED else "CONFIRMED")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -REMIND_BEFORE)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Yimen//Visits//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
