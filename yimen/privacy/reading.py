"""Unusual reading: a post that opens very many cases within an hour stands before its supervisor.

It watches the reading of staff, never residents: a row is an hour, a post and a number.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from yimen.people.rules import Acting, Clock, Role
from yimen.privacy.guesses import hour_of
from yimen.privacy.looks import many_looks
from yimen.privacy.models import ManyLooks
from yimen.privacy.verbs.note_reading import note_reading

HOUR = timedelta(hours=1)
SHOWN = 20
KEPT = timedelta(days=365)
#: The supervisors of an office, and the administrators, who are the contact for data protection.
READERS = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Reading:
    """One hour of one post, as its supervisor sees it."""

    id: int
    hour: datetime
    office_names: dict[str, str]
    role: str
    cases: int


def count_reading(at: datetime) -> None:
    """The hour that has just ended; one statement over its looks alone. Done twice, it says the same."""
    hour = hour_of(at) - HOUR
    if found := many_looks(hour, hour + HOUR, at_least=settings.YIMEN_MANY_LOOKS):
        note_reading(by=Clock(), found=found, hour=hour, at=at)


def unusual_reading(acting: Acting, before: int | None = None) -> list[Reading]:
    """Twenty hours and one more, newest first, of one's own office and those below."""
    if acting.role not in READERS:
        return []
    rows = ManyLooks.objects.filter(office__path__startswith=acting.office_path)
    rows = rows.filter(pk__lt=before) if before else rows
    columns = ("id", "hour", "office__names", "post__role", "cases")
    return [Reading(*row) for row in rows.order_by("-id").values_list(*columns)[: SHOWN + 1]]


def forget_reading(at: datetime) -> int:
    """Hours of more than a year ago; says how many."""
    return ManyLooks.objects.filter(hour__lt=at - KEPT).delete()[0]
