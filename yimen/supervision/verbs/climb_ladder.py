"""Open cases climb the ladder, whatever anybody has opened or noted: only meeting the date keeps a case off it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import transaction

from yimen.cases.clocks import of_the_resident
from yimen.cases.supervised.running import OpenCase
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.limits import limits_by_id
from yimen.deadlines.terms import Term, edition_of, running_terms
from yimen.journal.record import Entry, entry, record_many
from yimen.kernel.clock import day_of
from yimen.people.rules import Clock
from yimen.routing.town import Town, the_town
from yimen.supervision.ladder import ladder_of
from yimen.supervision.models import Standing
from yimen.supervision.rules import REACH, Running, rung_on

MOST_SUPPRESSED = 10  # of a case without a category


@transaction.atomic
def climb_ladder(*, by: Clock, cases: Sequence[OpenCase], at: datetime) -> int:
    """A batch of cases: those whose day has come climb one rung or more, and each says so in its story. How many did.

    A term that was met, stopped or stands still meanwhile runs no more, so its case climbs nothing. Done again, nothing
    happens again.
    """
    town, on = the_town(), day_of(at)
    first = _first_terms(cases)
    standing = {row.case_id: row for row in Standing.objects.filter(case_id__in=[case.id for case in cases])}
    climbed = [
        row
        for case in cases
        if case.ref in first and (row := _climbs(case, first[case.ref], standing.get(case.id), town, on))
    ]
    Standing.objects.filter(case_id__in=[row.case_id for row in climbed]).delete()
    Standing.objects.bulk_create(climbed)
    record_many(_entries(climbed, by=by, at=at))
    return len(climbed)


def _first_terms(cases: Sequence[OpenCase]) -> dict[str, Term]:
    """By subject, the running term of the resident that ends first."""
    terms = of_the_resident(running_terms([case.ref for case in cases]))
    return {term.subject: term for term in sorted(terms, key=lambda term: term.due_on, reverse=True)}


def as_running(term: Term, editions: dict[str, int]) -> Running:
    """A term as the ladder counts it."""
    unit = limits_by_id(edition_of(editions))[term.limit_id].unit
    return Running(term.from_on, term.due_on, term.paused_days, in_working_days=unit == "wd")


def _climbs(case: OpenCase, term: Term, stood: Standing | None, town: Town, on: date) -> Standing | None:
    """Where the case stands from today, if that is higher than where it stood for the same date."""
    ladder = ladder_of(town.editions)
    number = rung_on(ladder, as_running(term, town.editions), on, calendar_for(edition_of(town.editions)))
    stood_at = stood.number if stood and (stood.term_id, stood.due_on) == (term.pk, term.due_on) else 0
    if number <= stood_at:
        return None
    rung = ladder[number - 1]
    category = town.catalogue.by_id.get(case.category_id or 0)
    return Standing(
        case_id=case.id,
        term_id=term.pk,
        due_on=term.due_on,
        rung=rung.code,
        number=number,
        reach=REACH[rung.does],
        since_on=on,
        office_id=case.office_id,
        accused_office_id=case.accused_office_id,
        suppress_below=category.suppress_below if category else MOST_SUPPRESSED,
    )


def _entries(climbed: Sequence[Standing], *, by: Clock, at: datetime) -> Iterator[Entry]:
    for row in climbed:
        yield entry(
            "case.urged",
            subject=f"case:{row.case_id}",
            by=by.ref,
            at=at,
            office=row.office_id,
            rung=row.rung,
            reach=row.reach,
            due=str(row.due_on),
        )
