"""Reading the figures of mediation: for a committee's head, for the administrators above it, for everybody."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from yimen.mediation.counted.numbers import Counted, Counting, committees
from yimen.mediation.queries.mediators import headed_by
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town
from yimen.stats.mediating.counting import CELLS
from yimen.stats.models import MediationCount, MediationRelease

Row = tuple[str, list[int]]  # which, and its number in each quarter


@dataclass(frozen=True)
class Table:
    """One thing that is counted: its cells, each with a number for each quarter, and their sums."""

    what: str
    rows: list[Row]
    totals: list[int]


@dataclass(frozen=True)
class Summary:
    """A committee in one line."""

    committee: Counting
    received: int
    agreed: int
    performed: int
    confirmed: int


def counted_for(acting: Acting, on: date, town: Town) -> list[Counting]:
    """The committees whose numbers this post may read: the one it heads; for an administrator, those at their own
    office and below it, and for an administrator of the whole town all. Nobody else, and nobody who stands in.
    """
    if acting.stands_in:
        return []
    found = committees()
    if acting.role is Role.ADMINISTRATOR:
        whole = acting.place_path.count("/") == 1
        return [one for one in found if whole or _path(one, town).startswith(acting.office_path)]
    heads = headed_by(acting, on)
    return [one for one in found if one.id in heads]


def _path(one: Counting, town: Town) -> str:
    office = town.offices.by_id.get(one.office_id)
    return office.path if office else ""


def tables(ids: list[int], quarters: list[date]) -> list[Table]:
    """The numbers of these committees together; one statement."""
    rows = MediationCount.objects.filter(committee_id__in=ids, quarter__in=quarters)
    found: Counter[tuple[str, str, date]] = Counter()
    for what, which, quarter, number in rows.values_list("what", "which", "quarter", "number"):
        found[what, which, quarter] += number
    made = []
    for what in Counted:
        lines = [(which, [found[what, which, quarter] for quarter in quarters]) for which in CELLS[what]]
        made.append(Table(what, lines, [sum(column) for column in zip(*(n for _, n in lines), strict=True)]))
    return made


def summaries(seen: list[Counting], quarters: list[date]) -> list[Summary]:
    """Each committee over these quarters; one statement."""
    ids = [one.id for one in seen]
    rows = MediationCount.objects.filter(committee_id__in=ids, quarter__in=quarters)
    found: Counter[tuple[int, str, str]] = Counter()
    for committee, what, which, number in rows.values_list("committee_id", "what", "which", "number"):
        found[committee, what, which] += number
        found[committee, what, ""] += number if which else 0
    return [
        Summary(
            one, found[one.id, Counted.SOURCE, ""], found[one.id, Counted.FORM, ""],
            found[one.id, Counted.ENDING, "performed"], found[one.id, Counted.COURT, "confirmed"],
        )
        for one in seen
    ]  # fmt: skip


def lines(seen: list[Counting], quarters: list[date]) -> list[tuple[Counting, date, str, str, int]]:
    """Every number by itself, for a spreadsheet; one statement."""
    by_id = {one.id: one for one in seen}
    rows = MediationCount.objects.filter(committee_id__in=by_id, quarter__in=quarters)
    found = rows.order_by("quarter", "committee_id", "what", "which")
    return [(by_id[row.committee_id], row.quarter, row.what, row.which, row.number) for row in found]


@dataclass(frozen=True)
class Shown:
    """A table of a release. A number is missing where too few stand behind it."""

    what: str
    rows: list[tuple[str, int | None]]


def released_quarters() -> list[date]:
    """The quarters that everybody may read, the newest first; one statement."""
    return list(MediationRelease.objects.order_by("-quarter").values_list("quarter", flat=True).distinct()[:40])


def release_of(quarter: date) -> list[Shown]:
    """What everybody reads of this quarter; one statement."""
    rows = MediationRelease.objects.filter(quarter=quarter).values_list("what", "which", "number")
    found = {(what, which): number for what, which, number in rows}
    return [
        Shown(
            str(what),
            [(str(which), found[str(what), str(which)]) for which in cells if (str(what), str(which)) in found],
        )
        for what, cells in CELLS.items()
    ]
