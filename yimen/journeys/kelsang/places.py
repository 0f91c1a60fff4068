"""The invented town's places: 1 town, 10 townships, 47 villages, 260 service areas that fit exactly into each other."""

from collections.abc import Iterable
from datetime import datetime

import shapely
from shapely import Polygon

from yimen.journeys.kelsang import shapes
from yimen.journeys.kelsang.place_names import TOWN, TOWNSHIPS, in_languages, of_area
from yimen.people.rules import Operator
from yimen.places import verbs
from yimen.places.rules import AreaPlan, Imported, PlannedPlace

TOWN_CODE = "KS"
_SEAT, _ELSEWHERE, _LARGEST = 8, 5, 6  # areas of a village; where more people live, they are smaller


def town_features() -> list[PlannedPlace]:
    """All places from the town down, the same ones every time."""
    drawn = shapes.areas(_areas_of_villages())
    places = [_place(TOWN_CODE, "town", in_languages(TOWN, "town"), drawn.values())]
    for t, (township, villages) in enumerate(TOWNSHIPS, 1):
        own = {key: shape for key, shape in drawn.items() if key[0] == t}
        kind = "seat" if t == 1 else "township"
        places.append(_place(f"KS{t:02}", "township", in_languages(township, kind), own.values()))
        for v, village in enumerate(villages, 1):
            areas = [shape for key, shape in own.items() if key[1] == v]
            places.append(_place(f"KS{t:02}{v:02}", "village", in_languages(village, "village"), areas))
            places += [
                _place(f"KS{t:02}{v:02}{a:02}", "area", of_area(village, a), [shape])
                for a, shape in enumerate(areas, 1)
            ]
    return places


def set_up_kelsang_places(at: datetime) -> Imported:
    """The town's places are there afterwards; a second time changes nothing."""
    return verbs.import_areas(by=Operator(), plan=AreaPlan(TOWN_CODE, tuple(town_features())), at=at)


def _areas_of_villages() -> tuple[tuple[int, ...], ...]:
    """How many areas each village has: 260 in all."""
    seat, *others = [len(villages) for _, villages in TOWNSHIPS]
    first, *rest = [(_ELSEWHERE,) * number for number in others]
    return ((_SEAT,) * seat, (_LARGEST, *first[1:]), *rest)


def _place(code: str, level: str, names: dict[str, str], areas: Iterable[Polygon]) -> PlannedPlace:
    """A place that covers exactly these areas; its parent's code is its own without the last two digits."""
    outline = shapely.normalize(shapely.coverage_union_all(list(areas)))
    drawn: bytes = shapely.to_wkb(outline)
    return PlannedPlace(code, level, "" if level == "town" else code[:-2], names, drawn)
