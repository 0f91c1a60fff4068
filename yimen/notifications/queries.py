"""Reading letters."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from yimen.notifications import rules
from yimen.notifications.models import Letter


@dataclass(frozen=True)
class LetterFacts:
    """One letter as its resident reads it. The address it went to is not in here."""

    id: int
    code: str
    language: str
    title: str
    body: str
    at: datetime
    way: str
    state: str  # of Letter.State: under the receipt it says whether it was sent, is waiting, or is uncertain
    sent_at: datetime | None


def letters_of(subject: str) -> list[LetterFacts]:
    """All letters of this subject, oldest first: one statement."""
    columns = ("id", "code", "language", "title", "body", "at", "way", "state", "sent_at")
    return [LetterFacts(*row) for row in Letter.objects.filter(subject=subject).order_by("id").values_list(*columns)]


def ways_out() -> tuple[str, ...]:
    """The ways that this town can send letters by; a form offers no other ones."""
    return rules.SENT_BY if settings.YIMEN_SMS != "off" else ("email",)
