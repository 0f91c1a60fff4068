"""What a change would do before it is done: nothing is written, and no question grows with the table."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from yimen.cases.queries import open_cases_about, open_cases_on
from yimen.deadlines.limits import LimitFacts, limits
from yimen.deadlines.queries import open_terms_of
from yimen.deadlines.rules import Reckoning, Span, reckon
from yimen.deadlines.terms import calendar_of
from yimen.kernel.verdict import Refused
from yimen.routing.decide import decide
from yimen.routing.queries import Catalogue, CategoryFacts
from yimen.routing.town import Town

#: Places that are asked who would answer there; a town has some hundreds of them.
MOST_PLACES = 2_000


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


def preview_procedure(procedure_id: int) -> int:
    """How many open cases go along this road."""
    return open_cases_on(procedure_id)


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
