"""The numbers of mediations, counted every night from their covers; and the release of a quarter, once."""

from collections import Counter
from datetime import date, datetime

from django.db import transaction

from yimen.kernel.clock import day_of
from yimen.mediation.committees.rules import Level
from yimen.mediation.counted.numbers import Counted, committees, numbers_since
from yimen.mediation.counted.rules import Amount, Form, quarter_of
from yimen.mediation.court.rules import Court
from yimen.mediation.endings import Ending
from yimen.mediation.rules import Kind, Source
from yimen.stats.mediating.rules import SETTLES, after, before, released
from yimen.stats.models import MediationCount, MediationRelease

#: Released by the level of the committee: how many were received. One village's committee would be too small.
LEVEL = "level"
EVER = date(2000, 1, 1)  # before anything was kept here
#: All that a table has, in its order: a zero is a number, too.
CELLS: dict[str, tuple[str, ...]] = {
    Counted.SOURCE: tuple(Source),
    LEVEL: tuple(Level),
    Counted.KIND: tuple(Kind),
    Counted.ENDING: tuple(ending for ending in Ending if ending is not Ending.UNSUITABLE),
    Counted.FORM: tuple(Form),
    Counted.AGREED_KIND: tuple(Kind),
    Counted.AMOUNT: (*Amount, ""),
    Counted.COURT: tuple(Court),
}


def count_mediations(at: datetime) -> None:
    """Count this quarter and the one before again; then release what has settled."""
    count_since(before(quarter_of(day_of(at))))
    release(at)


@transaction.atomic
def count_since(since: date) -> None:
    """All that happened since the first day of this quarter takes the place of what was counted."""
    rows = [
        MediationCount(committee_id=committee, quarter=quarter, what=what, which=which, number=number)
        for (committee, quarter, what, which), number in sorted(numbers_since(since).items())
    ]
    MediationCount.objects.filter(quarter__gte=since).delete()
    MediationCount.objects.bulk_create(rows, batch_size=500)


@transaction.atomic
def release(at: datetime) -> bool:
    """The last quarter that has settled, if it was not released yet; what is noted later changes nothing in it."""
    quarter = before(quarter_of(day_of(at)))
    if day_of(at) < after(quarter) + SETTLES or MediationRelease.objects.filter(quarter=quarter).exists():
        return False
    rows = MediationCount.objects.filter(quarter=quarter).values_list("committee_id", "what", "which", "number")
    found, level = Counter[tuple[str, str]](), {one.id: one.level for one in committees()}
    for committee, what, which, number in rows:
        found[what, which] += number
        if what == Counted.SOURCE:
            found[LEVEL, level[committee]] += number
    MediationRelease.objects.bulk_create(
        MediationRelease(quarter=quarter, what=str(what), which=str(which), number=number)
        for what, cells in CELLS.items()
        for which, number in released({cell: found[what, cell] for cell in cells}).items()
    )
    return True
