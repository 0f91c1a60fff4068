"""What a change would do before it is done: nothing is written, and no question grows with the table."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yimen.cases.queries import open_cases_about, open_cases_on, unrated_answers
from yimen.cases.reviews.rules import Stage, ask_limit, next_stage
from yimen.deadlines.limits import LimitFacts, limits
from yimen.deadlines.queries import open_terms_of
from yimen.deadlines.rules import Reckoning, Span, reckon
from yimen.deadlines.terms import calendar_of, edition_of, fresh
from yimen.kernel.clock import midnight
from yimen.kernel.verdict import Refused
from yimen.routing.decide import decide
from yimen.routing.queries import Catalogue, CategoryFacts, ProcedureFacts
from yimen.routing.town import Town
from yimen.supervision.calls.rules import CALL_UNTIL

#: Places that are asked who would answer there; a town has some hundreds of them.
MOST_PLACES = 2_000
#: How far back an answer may lie that can still be reviewed: the longest limit there is, in days and in rest.
AT_MOST = timedelta(days=800)


@dataclass(frozen=True)
class Example:
    """When a case that is received today would be due, by the old limit and by the new one."""

    before: date
    after: date


@dataclass(frozen=True)
class OfLimit:
    """What another limit would do."""

    open_terms: int  # that run by it, and keep what they were promised; see deadlines.queries.COUNTED
    example: Example


def preview_limit(before: LimitFacts, span: Span, *, on: date, town: Town) -> OfLimit:
    """Open terms keep their length; what begins today would end then."""
    example = Example(_reckoned(on, before.span(), town).due_on, _reckoned(on, span, town).due_on)
    return OfLimit(open_terms_of(before.id), example)


@dataclass(frozen=True)
class Way:
    """From so many places, new cases would go to another office."""

    before: int  # of an office
    after: int
    places: int


@dataclass(frozen=True)
class OfCategory:
    """What another category would do: open cases stay, new ones go by it."""

    open_cases: int
    ways: list[Way]  # only those that change
    example: Example | None


def preview_category(
    before: CategoryFacts, after: CategoryFacts, remits: Mapping[str, str] | None, *, on: date, town: Town
) -> OfCategory:
    """How many open cases are about it, where new ones would go instead, and by when they would be answered."""
    changed = _with(town.catalogue, after, remits)
    ways = [] if not after.procedure_code else _ways(before, after, town, replace(town, catalogue=changed))
    ids = town.catalogue.ids_below(before.id)
    return OfCategory(open_cases_about(ids), ways, _example(before, after, on, town))


@dataclass(frozen=True)
class OfProcedure:
    """What another road would do to the cases that are on it."""

    open_cases: int
    lost: int  # answers, not rated yet, of which a review could be asked for today, and then no more
    gained: int  # and the other way round
    is_never_called: bool  # the time before a call-back is longer than a case waits for its rating


def preview_procedure(before: ProcedureFacts, after: ProcedureFacts, *, on: date, town: Town) -> OfProcedure:
    """Terms that run stay, and so does the day until which a review could be asked for, where there still is one."""
    lost = gained = 0
    for stage in (Stage.FIRST, Stage.REVIEW):
        was, becomes = (_askable_from(road, stage, on, town) for road in (before, after))
        shorter = was < becomes and next_stage(after, stage)
        if was != becomes and not shorter:
            first, last = midnight(min(was, becomes)), midnight(max(was, becomes))
            answers = unrated_answers(before.id, stage, first, last)
            lost, gained = (lost + answers, gained) if was < becomes else (lost, gained + answers)
    called = fresh(edition_of(town.editions), after.call_limit, on).due_on if after.call_limit else on
    return OfProcedure(open_cases_on(before.id), lost, gained, is_never_called=called - on >= CALL_UNTIL)


def _askable_from(road: ProcedureFacts, stage: Stage, on: date, town: Town) -> date:
    """The earliest day whose answers may be asked to be reviewed today; tomorrow, where none may."""
    limit = ask_limit(road, stage) if next_stage(road, stage) else ""
    day = on + timedelta(days=1)
    while (
        limit and day > on - AT_MOST and fresh(edition_of(town.editions), limit, day - timedelta(days=1)).due_on >= on
    ):
        day -= timedelta(days=1)
    return day


def _with(known: Catalogue, category: CategoryFacts, remits: Mapping[str, str] | None) -> Catalogue:
    """The catalogue as it would be."""
    by_id = dict(known.by_id) | {category.id: category}
    new = {(category.id, level): function for level, function in (remits or {}).items()}
    return Catalogue(by_id, known.procedures, known.doors, dict(known.remits) | new)


def _ways(before: CategoryFacts, after: CategoryFacts, now: Town, then: Town) -> list[Way]:
    """Ask for each smallest place, in memory."""
    places = [place.id for place in now.places.by_id.values() if place.level == "area"][:MOST_PLACES]
    counts: Counter[tuple[int, int]] = Counter()
    for place in places or [place.id for place in now.places.by_id.values()][:MOST_PLACES]:
        try:
            was, becomes = decide(now, before, place).office.id, decide(then, after, place).office.id
        except Refused:
            continue  # no desk is open there
        if was != becomes:
            counts[was, becomes] += 1
    return [Way(*pair, places=number) for pair, number in counts.most_common()]


def _example(before: CategoryFacts, after: CategoryFacts, on: date, town: Town) -> Example | None:
    codes = [_handle_limit(category, town) for category in (before, after)]
    known = limits(town.editions.get("calendar", 0))
    if codes[0] == codes[1] or not all(code in known for code in codes):
        return None
    was, becomes = (_reckoned(on, known[code].span(), town).due_on for code in codes)
    return Example(was, becomes)


def _handle_limit(category: CategoryFacts, town: Town) -> str:
    if not category.procedure_code:
        return ""
    return category.handle_limit or town.catalogue.procedures[category.procedure_code].handle_limit


def _reckoned(on: date, span: Span, town: Town) -> Reckoning:
    return reckon(on, span, calendar_of(town.editions))
