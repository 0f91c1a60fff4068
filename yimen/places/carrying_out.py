"""Making a plan of places true: what its verbs share. Refuses before the first change."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

import shapely
from shapely.errors import ShapelyError

from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.places.models import Former, Place
from yimen.places.rules import LEVELS, AreaPlan, Imported, PlannedPlace, may_be

_FIELDS = ("parent", "path", "names", "outline", "from_on", "until_on")
_AT_ONCE = 500


def carry_out(plan: AreaPlan, at: datetime) -> Imported:
    """Create what is not there, change what is different, end what the plan replaces; a second time does nothing."""
    standing = {place.code: place for place in Place.objects.all()}
    _require_possible(plan, standing)
    before, former = {code: _state(place) for code, place in standing.items()}, dict(standing_as_former(standing))
    created, today = 0, day_of(at)
    since = today if any(place.level == "area" for place in standing.values()) else None
    for _, level in groupby(sorted(plan.places, key=lambda p: LEVELS.index(p.level)), key=lambda p: p.level):
        fresh = [place for planned in level if (place := _as_planned(planned, standing)).pk is None]
        for place in fresh:
            place.from_on = since
        created += len(Place.objects.bulk_create(fresh, batch_size=_AT_ONCE))
    ended = _end(plan.ended, standing, today) + (_end_missing(plan, standing, today) if plan.replace else 0)
    _lead_paths(standing)
    changed = [standing[code] for code, state in before.items() if state != _state(standing[code])]
    _keep_former([former[place.code] for place in changed if place.until_on is None], today)
    for place in changed:
        if place.until_on is None:
            place.from_on = today
    Place.objects.bulk_update(changed, _FIELDS, batch_size=_AT_ONCE)
    areas = sum(planned.level == "area" for planned in plan.places)
    return Imported(areas, created, len(changed) - ended, ended)


def _require_possible(plan: AreaPlan, standing: dict[str, Place]) -> None:
    """Every place can stand where it is planned, once, and its outline can be drawn."""
    levels = {code: place.level for code, place in standing.items()}
    planned_levels = {planned.code: planned.level for planned in plan.places}
    if len(planned_levels) < len(plan.places):
        raise Refused(gettext_noop("The same code stands twice in the plan"))
    for planned in plan.places:
        parent_level = planned_levels.get(planned.parent_code) or levels.get(planned.parent_code)
        require(may_be(planned, parent_level, levels.get(planned.code)))
        if plan.town_code and planned.code in standing:
            _require_in_town(standing[planned.code], plan.town_code)
        if planned.outline is not None and not _can_be_drawn(planned.outline):
            raise Refused(gettext_noop("%(code)s has an outline that can't be drawn"), code=planned.code)


def _require_in_town(place: Place, town_code: str) -> None:
    """An import never takes a place away from another town."""
    if not place.path.startswith(f"{town_code}/"):
        raise Refused(gettext_noop("%(code)s is a place of another town already"), code=place.code)


def _can_be_drawn(outline: bytes) -> bool:
    try:
        drawn = shapely.from_wkb(outline)
    except ShapelyError:
        return False
    return drawn.geom_type in ("Polygon", "MultiPolygon") and drawn.is_valid and not drawn.is_empty


def _as_planned(planned: PlannedPlace, standing: dict[str, Place]) -> Place:
    """The place with this code as the plan has it, not yet written. Names in other languages stay."""
    place = standing.setdefault(planned.code, Place(code=planned.code, level=planned.level))
    place.parent = standing[planned.parent_code] if planned.parent_code else None
    place.path = f"{place.parent.path if place.parent else ''}{place.code}/"
    place.names = {**place.names, **planned.names}
    place.until_on = None
    if planned.outline is not None:
        place.outline = planned.outline
    return place


def _end_missing(plan: AreaPlan, standing: dict[str, Place], today: date) -> int:
    """End the town's places of the plan's levels that are not in it, except those that something in it lies in."""
    spoken_of = {planned.level for planned in plan.places} - {"town"}
    kept = {code for planned in plan.places for code in standing[planned.code].path.split("/")}
    ended = 0
    for code, place in standing.items():
        in_town = place.path.startswith(f"{plan.town_code}/")
        if in_town and place.level in spoken_of and place.until_on is None and code not in kept:
            place.until_on = today
            ended += 1
    return ended


def _lead_paths(standing: dict[str, Place]) -> None:
    """What lies below a place that has moved moves with it."""
    by_id = {place.pk: place for place in standing.values()}
    for place in sorted(standing.values(), key=lambda place: LEVELS.index(place.level)):
        parent = by_id.get(place.parent_id) if place.parent_id else None
        place.path = f"{parent.path if parent else ''}{place.code}/"


def _state(place: Place) -> tuple[object, ...]:
    drawn = bytes(place.outline) if place.outline else None
    return (place.parent_id, place.path, dict(place.names), drawn, place.until_on)


def standing_as_former(standing: dict[str, Place]) -> Iterator[tuple[str, Former]]:
    """Each place as it stands before the plan is carried out, by its code."""
    for code, place in standing.items():
        kept = {"path": place.path, "names": dict(place.names), "outline": place.outline}
        yield code, Former(place=place, from_on=place.from_on, until_on=place.until_on or date.max, **kept)


def _keep_former(former: list[Former], today: date) -> None:
    """What changes today stood otherwise until today; a place that comes again, until it had ended."""
    for one in former:
        one.until_on = min(one.until_on, today)
    Former.objects.bulk_create(former, batch_size=_AT_ONCE)


def _end(codes: Sequence[str], standing: dict[str, Place], today: date) -> int:
    """These come to their end, unless something that stands lies in them."""
    ended = 0
    for code in codes:
        place = standing.get(code)
        if place is None or place.until_on is not None:
            raise Refused(gettext_noop("%(code)s is no place that could end"), code=code)
        if any(
            one.path.startswith(place.path) and one.code not in codes and one.until_on is None
            for one in standing.values()
        ):
            raise Refused(gettext_noop("Something still lies in %(code)s, so it can't end"), code=code)
        place.until_on = today
        ended += 1
    return ended
