"""Which office answers for a case, and why: the reason is kept as codes and read in any language."""

from dataclasses import dataclass

from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.queries import OfficeFacts
from yimen.routing.queries import CategoryFacts
from yimen.routing.rules import LEVELS_UPWARD
from yimen.routing.town import Town

Step = dict[str, str | int]
NOBODY_ABOVE = gettext_noop(
    "No office of this town stands above the one you complain about. Please bring this to the next higher government."
)


@dataclass(frozen=True)
class Decision:
    """The office, and the steps that led there."""

    office: OfficeFacts
    steps: list[Step]


def decide(town: Town, category: CategoryFacts | None, area_id: int | None, accused_id: int | None = None) -> Decision:
    """The nearest office whose remit this is; else the one-door desk; never an accused one or one below it."""
    chain = town.places.chain(area_id) if area_id else []
    at_level = {place.level: place.id for place in chain}
    if town.places.town:
        at_level.setdefault("town", town.places.town.id)
    decision = _by_remit(town, category, at_level) or _one_door(town, category, list(at_level.values()))
    if accused_id is None or not town.offices.answers_to(decision.office.id, accused_id):
        return decision
    return _past_the_accused(town, decision, accused_id)


def _by_remit(town: Town, category: CategoryFacts | None, at_level: dict[str, int]) -> Decision | None:
    if category is None:
        return None
    for level in LEVELS_UPWARD:
        function = town.catalogue.remit_of(category, level)
        place_id = at_level.get(level)
        if function and place_id:
            office = town.offices.serving(function, place_id)
            if office:
                return Decision(
                    office, [{"k": "remit", "category": category.id, "place": place_id, "office": office.id}]
                )
    return None


def _one_door(town: Town, category: CategoryFacts | None, upward: list[int]) -> Decision:
    """What no remit covers goes to the nearest one-door desk, whose clerks find out."""
    office = town.offices.one_door(upward)
    why = "no_category" if category is None else "no_office"
    return Decision(office, [{"k": "one_door", "why": why, "office": office.id}])


def _past_the_accused(town: Town, decision: Decision, accused_id: int) -> Decision:
    """The superior of an office that is complained about answers in its place, and in place of those below it."""
    office = town.offices.in_place_of(accused_id)
    if office is None:
        raise Refused(NOBODY_ABOVE)
    return Decision(office, [*decision.steps, {"k": "recused", "office": office.id}])
