"""The lists of the desk as they are shown: one row a case, with the date as a bar that fills."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext

from yimen.cases.lists import Page
from yimen.cases.queries import Case
from yimen.cases.rules import Channel
from yimen.cases.words import CHANNELS
from yimen.desk.words import KINDS, Words
from yimen.kernel.clock import day_of
from yimen.routing.town import Town

SOON = 75  # per cent of the time


class Due(NamedTuple):
    """A last day as a bar: how full, and how it looks ("late", "soon" or neither)."""

    on: date
    percent: int
    look: str


@dataclass(frozen=True)
class Row:
    """One case in a list, without a word of what the resident wrote."""

    number: int
    category: dict[str, str]
    place: dict[str, str]
    kind: Words
    channel: str
    language: str
    language_name: str
    state: str
    due: Due | None
    mark: str  # where it stands on the ladder, in one word
    stands: bool  # its clock stands still: its last day moves, and is no day to read

    @property
    def is_late(self) -> bool:
        """Is its last day over?"""
        return self.due is not None and self.due.look == "late"


def rows(page: Page, town: Town, today: date, marks: Mapping[int, str]) -> Iterator[Row]:
    """The cases of one page of a list; ``marks`` are their rungs, by number."""
    names = dict(settings.LANGUAGES)
    for case in page.cases:
        category = town.catalogue.by_id.get(case.category_id or 0)
        place = town.places.by_id.get(case.area_id or 0)
        yield Row(
            number=case.pk,
            category=dict(category.names) if category else {},
            place=dict(place.names) if place else {},
            kind=KINDS[case.kind],
            channel=gettext(CHANNELS[Channel(case.channel)]),
            language=case.language,
            language_name=names.get(case.language, case.language),
            state=case.state,
            due=_due_of(case, today),
            mark=marks.get(case.pk, ""),
            stands=case.stands_from_on is not None,
        )


def _due_of(case: Case, today: date) -> Due | None:
    """The bar of a case; where its clock stands still, as it was when it stopped."""
    return due(day_of(case.received_at), case.due_on, case.stands_from_on or today) if case.due_on else None


def due(start: date, on: date, today: date) -> Due:
    """How much of the time is over: the whole of it on the last day, more than that is late."""
    percent = 100 * (today - start).days // max((on - start).days, 1)
    look = "late" if today > on else "soon" if percent >= SOON else ""
    return Due(on, min(max(percent, 0), 100), look)
