"""Reading texts: those that an office may use, those it keeps, and the entries that everybody reads."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import F, Q, QuerySet

from yimen.knowledge.finding import Compared, found, taken_apart
from yimen.knowledge.models import Text, Version
from yimen.knowledge.policies import ANSWERING_FOR, WRITING_ROLES
from yimen.knowledge.rules import Stage, Use, Words, upward
from yimen.people.rules import Acting

__all__ = ["EntryFacts", "Kept", "Offered", "Text", "entries", "offered", "page_of_texts", "text_for"]

PAGE = 20
MOST_OFFERED = 60  # of one use, in one list to choose from


@dataclass(frozen=True)
class EntryFacts:
    """An answer that everybody can read."""

    id: int
    category: str  # its code; empty: about everything
    office_id: int
    at: datetime  # when this version was written
    review_on: date
    words: Words


@lru_cache(maxsize=1)
def entries(edition: int) -> dict[int, EntryFacts]:  # noqa: ARG001 – the edition is what the memory is kept by
    """All entries in use, oldest first: a few thousand, one statement an edition of "knowledge"."""
    used = Version.objects.filter(text__use=Use.ENTRY, number=F("text__published")).order_by("text_id")
    columns = ("text_id", "text__category", "text__office_id", "at", "text__review_on", "words")
    return {row[0]: EntryFacts(*row) for row in used.values_list(*columns)}


@lru_cache(maxsize=1)
def _taken_apart(edition: int) -> dict[int, list[Compared]]:
    return {pk: taken_apart(entry.words) for pk, entry in entries(edition).items()}


def entries_about(question: str, edition: int) -> list[EntryFacts]:
    """The entries that fit what somebody typed, the best first; without asking the database."""
    known = entries(edition)
    return [known[pk] for pk in found(question, _taken_apart(edition))]


def entries_of(category: str, edition: int) -> list[EntryFacts]:
    """The entries about this category and the groups it is in, the nearest first."""
    wanted = [code for code in upward(category) if code]
    fitting = (entry for entry in entries(edition).values() if entry.category in wanted)
    return sorted(fitting, key=lambda entry: (wanted.index(entry.category), entry.id))


def has_texts() -> bool:
    """Does anybody keep a text here yet?"""
    return Text.objects.exists()


def text_to_publish(pk: int) -> Text:
    """A text that was just written, for whoever runs the machine."""
    text: Text = Text.objects.select_related("office").get(pk=pk)
    return text


def was_published(pk: int) -> bool:
    """Was there such an entry, that is retired now? An old answer may still point to it."""
    return Text.objects.filter(pk=pk, use=Use.ENTRY, stage=Stage.RETIRED).exists()


@dataclass(frozen=True)
class Offered:
    """A text in use that an office may put into its own words."""

    id: int
    category: str
    words: Words


def offered(acting: Acting, use: Use, category: str) -> list[Offered]:
    """The templates of the office and of those above it for this use, first those of the category; one statement."""
    offices = [int(step) for step in acting.office_path.split("/") if step]
    wanted = upward(category)
    used = Version.objects.filter(
        text__use=use, text__office_id__in=offices, text__category__in=wanted, number=F("text__published")
    )
    rows = used.order_by("text_id").values_list("text_id", "text__category", "words")[:MOST_OFFERED]
    return sorted((Offered(*row) for row in rows), key=lambda one: (wanted.index(one.category), one.id))


def _seen_by(acting: Acting) -> QuerySet[Text]:
    """One's own office's texts and those of the offices above; whoever answers for offices below, theirs too.

    Entries in use are everybody's.
    """
    if acting.role not in WRITING_ROLES:
        return Text.objects.none()
    seen = Q(office_id__in=[int(step) for step in acting.office_path.split("/") if step])
    if acting.role in ANSWERING_FOR:
        seen |= Q(office__path__startswith=acting.office_path)
    texts: QuerySet[Text] = Text.objects.filter(seen | Q(use=Use.ENTRY, stage=Stage.PUBLISHED))
    return texts


@dataclass(frozen=True)
class Kept:
    """A line of the list: a text and the words of its newest version."""

    text: Text
    words: Words


def page_of_texts(acting: Acting, *, use: str = "", stage: str = "", after: int = 0) -> tuple[list[Kept], int]:
    """Twenty texts, newest first, and the key of the next page (0 on the last); one statement."""
    texts = _seen_by(acting)
    asked: dict[str, Any] = {"use": use, "stage": stage}
    texts = texts.filter(**{name: value for name, value in asked.items() if value})
    if after:
        texts = texts.filter(pk__lt=after)
    newest = Version.objects.filter(text__in=texts, number=F("text__latest")).select_related("text__office")
    rows = [Kept(version.text, version.words) for version in newest.order_by("-text_id")[: PAGE + 1]]
    return rows[:PAGE], rows[PAGE - 1].text.pk if len(rows) > PAGE else 0


def text_for(acting: Acting, pk: int) -> tuple[Text, list[Version]] | None:
    """One text with all its versions, newest first, if this post may see it."""
    text = _seen_by(acting).select_related("office").filter(pk=pk).first()
    return (text, list(text.versions.order_by("-number"))) if text else None
