"""A session for one's own calendar (iCalendar, RFC 5545): a title that says nothing, no names, CLASS:PRIVATE."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from yimen.mediation.models import Sitting
from yimen.mediation.sittings.rules import Planned


def calendar_file(sitting: Sitting, *, where: str, title: str, link: str = "", at: datetime) -> bytes:
    """Moved or called off, the same event comes with a higher number, so calendars follow.

    ``link`` is where a session by video is joined: the same for everybody, with no code and no name in it.
    """
    return _file([_event(sitting, where=where, title=title, link=link, at=at)])


def calendar_files(sittings: Iterable[Sitting], *, title: str, at: datetime) -> bytes:
    """All of a mediator's own in one file. Where they are stands sealed, and is not in it."""
    return _file(_event(one, where="", title=title, link="", at=at) for one in sittings)


def _event(sitting: Sitting, *, where: str, title: str, link: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"appointment-{sitting.pk}-{int(sitting.begins_at.timestamp())}@yimen")
    event.add("sequence", sitting.version)
    event.add("dtstamp", at)
    event.add("dtstart", sitting.begins_at)
    event.add("dtend", sitting.begins_at + timedelta(minutes=sitting.minutes))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    if where:
        event.add("location", where)
    if link:
        event.add("url", link)
    event.add("status", "CANCELLED" if sitting.state == Planned.CANCELLED else "CONFIRMED")
    return event


def _file(events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Yimen//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())
