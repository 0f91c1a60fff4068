"""The terms that run for a subject ("case:48213"): start, pause, go on, extend, end.

Other apps call these inside their own verbs: nothing is journalled here, for the verb does that. Each change is
refused if somebody else has changed the term since it was read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from yimen.deadlines.almanac import Almanac
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.limits import limits, limits_by_id
from yimen.deadlines.models import Term
from yimen.deadlines.rules import Reckoning, may_extend, reckon, span_from, stood_still
from yimen.kernel.models import editions as read_editions
from yimen.kernel.verdict import Verdict, require

__all__ = [  # Term too: other apps hold terms, and may not import models
    "FirstDue", "Term", "as_ended", "end_terms", "extend_term", "first_due", "last_terms", "may_extend_term",
    "new_terms", "open_terms", "pause_terms", "resume_terms", "running_terms", "start_terms", "terms_of", "write_terms",
]  # fmt: skip

State = Term.State
OPEN = (State.RUNNING, State.PAUSED)
HEARING, MEDIATION = "hearing", "mediate"  # reasons to stand still that explain themselves
_COUNTED_AS = {HEARING: "heard", MEDIATION: "mediated"}
Editions = Mapping[str, int]
Starts = Sequence[tuple[str, date]]  # a limit's code, and the day from which it runs (not counted itself)


def edition_of(editions: Editions) -> int:
    """The edition of calendars and limits; 0 before there are any."""
    return editions.get("calendar", 0)


def calendar_of(editions: Editions) -> Almanac:
    """The calendar of these editions."""
    return calendar_for(edition_of(editions))


@lru_cache(maxsize=4096)
def fresh(edition: int, code: str, from_on: date) -> Reckoning:
    """When a term ends that starts this day: many cases start on the same day, so it is counted once."""
    return reckon(from_on, limits(edition)[code].span(), calendar_for(edition))


def new_terms(subject: str, starts: Starts, *, editions: Editions) -> list[Term]:
    """Terms as they would start, not yet written (for imports that write many at once with :func:`write_terms`)."""
    edition = edition_of(editions)
    known = limits(edition)
    return [
        Term(subject=subject, limit_id=known[code].id, from_on=from_on, **outcome(fresh(edition, code, from_on)))
        for code, from_on in starts
    ]


def write_terms(terms: Sequence[Term]) -> list[Term]:
    """Write new terms, in one statement up to 500."""
    return Term.objects.bulk_create(terms, batch_size=500) if terms else []


def start_terms(subject: str, starts: Starts, *, editions: Editions) -> list[Term]:
    """Let these limits run for the subject; one statement."""
    return write_terms(new_terms(subject, starts, editions=editions))


def terms_of(subject: str) -> list[Term]:
    """All terms that the subject ever had, oldest first; one statement."""
    return list(Term.objects.filter(subject=subject).order_by("pk"))


def last_terms(subjects: Iterable[str]) -> dict[str, Term]:
    """The newest term of each of these subjects; one statement, none without subjects."""
    wanted = list(subjects)
    return {term.subject: term for term in Term.objects.filter(subject__in=wanted).order_by("pk")} if wanted else {}


def open_terms(subject: str) -> list[Term]:
    """The terms that still run or stand still, oldest first; one statement."""
    return list(Term.objects.filter(subject=subject, state__in=OPEN).order_by("pk"))


def running_terms(subjects: Sequence[str]) -> list[Term]:
    """The terms of these subjects whose clock runs, without their explanations; one statement."""
    found = Term.objects.filter(subject__in=subjects, state=State.RUNNING)
    return list(found.only("subject", "stage", "limit_id", "from_on", "due_on", "paused_days").order_by("pk"))


class FirstDue(NamedTuple):
    """The last day of the term that ends first; nothing of it where no term is open."""

    due_on: date | None = None
    due_is_provisional: bool = False
    stands_from_on: date | None = None  # its clock stands still after this day


def first_due(terms: Iterable[Term]) -> FirstDue:
    """The day of the term that ends first; running terms go before those whose clock stands still."""
    waiting = [t for t in terms if t.state in OPEN]
    if not waiting:
        return FirstDue()
    first = min(waiting, key=lambda t: (t.state == State.PAUSED, t.due_on))
    return FirstDue(first.due_on, first.is_provisional, first.paused_on)


def pause_terms(terms: Iterable[Term], on: date, *, why: str = "") -> None:
    """The clock of the running terms stands still after this day: it is the resident's turn, or a hearing is on."""
    for term in terms:
        if term.state == State.RUNNING:
            Term.objects.change(term, state=State.PAUSED, paused_on=on, pause_why=why)


def resume_terms(terms: Iterable[Term], on: date, *, why: str = "", editions: Editions) -> None:
    """What they waited for is over: the terms that were paused for it go on after this day, and end so much later."""
    for term in terms:
        if term.state == State.PAUSED and term.pause_why == why:
            Term.objects.change(term, state=State.RUNNING, paused_on=None, **_after_pause(term, on, editions))


def may_extend_term(term: Term, on: date, *, editions: Editions) -> Verdict:
    """Whether this term could be extended on this day, or why not."""
    limit = limits_by_id(edition_of(editions))[term.limit_id]
    return may_extend(
        extra=limit.extra_length,
        is_extended=term.is_extended,
        is_open=term.state in OPEN,
        last_on=term.due_on,
        on=term.paused_on or on,  # a clock that stands still has not passed anything
    )


def extend_term(term: Term, on: date, *, editions: Editions) -> None:
    """Give the office the one extension that the limit knows; refused with the reason if there is none left."""
    require(may_extend_term(term, on, editions=editions))
    limit = limits_by_id(edition_of(editions))[term.limit_id]
    found = recounted(term, editions, extra=limit.extra_length, extra_unit=limit.extra_unit)
    Term.objects.change(term, is_extended=True, **outcome(found))


def end_terms(terms: Iterable[Term], on: date, *, met: bool, editions: Editions | None = None) -> None:
    """The terms end on this day: met (the office has done it), or no longer needed.

    A term that stood still is first moved by the days it stood, so that nobody is late for the resident's turn.
    """
    for term in terms:
        if term.state in OPEN:
            moved: dict[str, object] = {}
            if term.state == State.PAUSED:
                editions = read_editions() if editions is None else editions
                moved = _after_pause(term, on, editions)
            state = State.MET if met else State.STOPPED
            Term.objects.change(term, state=state, ended_on=on, paused_on=None, **moved)


def as_ended(term: Term, on: date, *, met: bool) -> Term:
    """A new, not yet written term of an old case that ended long ago (for imports)."""
    term.state, term.ended_on = State.MET if met else State.STOPPED, on
    return term


def recounted_by(term: Term, calendar: Almanac, editions: Editions) -> Reckoning:
    """When this term would end by another calendar."""
    return reckon(
        term.from_on, span_from(term.steps, rolls=limits_by_id(edition_of(editions))[term.limit_id].rolls), calendar
    )


def recounted(term: Term, editions: Editions, **changes: Any) -> Reckoning:  # noqa: ANN401 – a Span's own fields
    """When this term ends by the calendar of this edition, with these changes to its span."""
    edition = edition_of(editions)
    span = span_from(term.steps, rolls=limits_by_id(edition)[term.limit_id].rolls)
    return reckon(term.from_on, replace(span, **changes), calendar_for(edition))


def outcome(found: Reckoning) -> dict[str, object]:
    """What a reckoning says, as a term's fields."""
    return {"due_on": found.due_on, "is_provisional": found.is_provisional, "steps": list(found.steps)}


def _after_pause(term: Term, on: date, editions: Editions) -> dict[str, object]:
    """The fields of a paused term whose clock goes on after this day."""
    edition = edition_of(editions)
    span = span_from(term.steps, rolls=True)
    still = stood_still(term.paused_on, on, span.unit, calendar_for(edition)) if term.paused_on else 0
    stood = _COUNTED_AS.get(term.pause_why, "paused")
    days = {stood: getattr(span, stood) + still}
    return {
        "paused_days": term.paused_days + still,
        "pause_why": "",
        **outcome(recounted(term, editions, **days)),
    }
