"""Reading letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from yimen.notifications import rules
from yimen.notifications.marks import letter_marked
from yimen.notifications.models import Letter, Template

MOST_MARKS = 20  # of the letters that one mail answers


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


def subject_of_letter(message_ids: Iterable[str]) -> str:
    """What our letter was about that one of these Message-IDs is of; empty if none is ours.

    Such an id is as hard to guess as a receipt, and only whoever got the letter has it.
    """
    numbers = [number for each in message_ids if (number := letter_marked(each)) is not None]
    if not numbers:
        return ""
    rows = Letter.objects.filter(pk__in=numbers[:MOST_MARKS]).order_by("-id")
    return rows.values_list("subject", flat=True).first() or ""


def letters_meant(message_ids: Iterable[str]) -> list[int]:
    """The numbers of our letters that these Message-IDs are of; those of others are left out."""
    found = (letter_marked(each) for each in message_ids)
    return [number for number in found if number is not None][:MOST_MARKS]


def letters_without_words() -> list[str]:
    """The letters that this town has in no language, by their codes: a newer version may write some its pack lacks."""
    return sorted(rules.PLACES.keys() - set(Template.objects.values_list("code", flat=True)))


def ways_out() -> tuple[str, ...]:
    """The ways that this town can send letters by; a form offers no other ones."""
    return rules.SENT_BY if settings.YIMEN_SMS != "off" else ("email",)
