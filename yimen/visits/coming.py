"""How often people have to come in person for one case: counted by the worker, read as a figure of the centre."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from yimen.cases.rules import Channel
from yimen.journal.record import Entry
from yimen.kernel.clock import day_of
from yimen.people.posts import post_facts
from yimen.visits.models import VisitMonth

#: The journal codes behind which a visit may stand.
CODES = ("case.submitted", "case.visited")
MONTHS = 12


@dataclass(frozen=True)
class Coming:
    """A month of a centre."""

    month: date
    first: int
    again: int

    @property
    def percent(self) -> int | None:
        """For how many of a hundred cases somebody had to come again."""
        return round(100 * self.again / self.first) if self.first else None


def is_visit(entry: Entry) -> bool:
    """Did somebody come in person?"""
    return entry.code == "case.visited" or entry.facts.get("channel") == Channel.VISIT


def visits_among(story: Sequence[Entry]) -> list[Entry]:
    """Those entries of a case behind which a visit stands."""
    return [entry for entry in story if entry.code in CODES and is_visit(entry)]


def count_visit(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – what counts is when they came
    """One more first visit or second one; a third is no further case. In the transaction that settles the entry."""
    before, office = entry.facts.get("before", 0), _office(entry)
    if not is_visit(entry) or office is None or before > 1:
        return
    column = "again" if before else "first"
    row = {"office_id": office, "month": day_of(entry.at).replace(day=1)}
    if not VisitMonth.objects.filter(**row).update(**{column: F(column) + 1}):
        VisitMonth.objects.create(**row, **{column: 1})


def _office(entry: Entry) -> int | None:
    """The centre they came to: that of the clerk, not the office that got the case."""
    if entry.code == "case.visited":
        return int(entry.facts["office"])
    kind, _, number = entry.by.partition(":")
    post = post_facts(int(number), day_of(entry.at)) if kind == "post" else None
    return post.office_id if post else None


def coming_to(office_id: int) -> list[Coming]:
    """The last twelve months that had any visits, the latest first; one statement."""
    rows = VisitMonth.objects.filter(office_id=office_id).order_by("-month")[:MONTHS]
    return [Coming(*row) for row in rows.values_list("month", "first", "again")]
