"""Whether a change of areas still fits: the areas as they will stand on its day, and what was agreed to before it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import shapely

from yimen.kernel.models import editions
from yimen.places.fitting import fit
from yimen.places.outlines import Feature, Problem
from yimen.places.queries import Gazetteer, gazetteer, outlines
from yimen.places.rules import AreaPlan
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Stage, plan_of

SAID = 12  # reasons that are kept
Outlines = Mapping[str, Feature]


def standing_now() -> dict[str, Feature]:
    """The areas as they stand, by code; those that nobody has drawn are left out. One statement, or two."""
    places: Gazetteer = gazetteer(editions().get("places", 0))
    areas = places.places_below("", "area")
    drawn = outlines(area.id for area in areas)
    return {
        area.code: Feature(-area.id, area.code, shapely.from_wkb(drawn[area.id])) for area in areas if area.id in drawn
    }


def after(plan: AreaPlan, standing: Outlines) -> dict[str, Feature]:
    """The areas as they stand once this plan is carried out."""
    gone = _gone(plan, standing)
    kept = {code: feature for code, feature in standing.items() if code not in gone}
    return kept | {feature.code: feature for feature in _drawn(plan)}


def misfits(plan: AreaPlan, standing: Outlines, gaps: Sequence[Mapping[str, object]]) -> list[Problem]:
    """What would be wrong with the areas after this plan that is not wrong before it. Ground that stays without an
    area and was looked at (``gaps``) is meant.
    """
    new = _drawn(plan)
    touched = _gone(plan, standing) | {feature.code for feature in new}
    if not touched:
        return []  # names only
    staying = [feature for code, feature in standing.items() if code not in touched]
    found = fit(new, staying, list(standing.values()), mend=False, allow_gaps=False).problems
    return [one for one in found if not (one.kind == "gap" and one.params in gaps)]


def coming(before: tuple[Any, int] | None = None) -> list[Redraw]:
    """What is agreed to and has not begun, in the order of its days; up to this one (day and number)."""
    found = list(Redraw.objects.filter(stage=Stage.AGREED.value).order_by("from_on", "id"))
    return found if before is None else [one for one in found if (one.from_on, one.pk) < before]


def standing_before(redraw: Redraw) -> dict[str, Feature]:
    """The areas as they will stand when this change begins, if all that is agreed to before it is carried out."""
    standing = standing_now()
    for one in coming((redraw.from_on, redraw.pk)):
        standing = after(plan_of(one.plan), standing)
    return standing


def kept_as(problems: Iterable[Problem]) -> list[list[object]]:
    """What is wrong, as it is kept beside the change."""
    said: list[list[object]] = [[one.reason, one.params] for one in problems]
    return said[:SAID]


def _drawn(plan: AreaPlan) -> list[Feature]:
    return [
        Feature(number, one.code, shapely.from_wkb(one.outline))
        for number, one in enumerate(plan.places, 1)
        if one.level == "area" and one.outline
    ]


def _gone(plan: AreaPlan, standing: Outlines) -> set[str]:
    """The areas that end by it."""
    spoken_of = {one.code for one in plan.places}
    return set(plan.ended) | ({code for code in standing if code not in spoken_of} if plan.replace else set())
