"""Looking at outlines before they are let in: what is wrong with each, and with them together.

The areas of a town shall cover it without overlaps and without gaps, or a case would have two answers or none.
Lengths are in degrees, sizes in square metres. Only the shapes matter here: no database, no Django.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry, STRtree

from yimen.kernel.verdict import Verdict, gettext_noop
from yimen.places.rules import CODE

#: Overlaps and gaps smaller than this are noise of the drawing, not mistakes.
NOISE_M2 = 1.0
#: More problems than this help nobody; the rest is left out.
MOST = 500
_DEGREE_M = 111_320.0  # of latitude; of longitude at the equator
_MISFITS_AT_ONCE = 16  # so that a file of the same outline many times over doesn't fill the memory
Shapes = NDArray[np.object_]


@dataclass(frozen=True)
class Feature:
    """One outline of a file, and what the file says about it. ``number`` counts from 1, as people do."""

    number: int
    code: str
    geometry: Geometry | None
    name: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Problem:
    """What is wrong, in words with %(name)s places, and whether a repair can mend it."""

    kind: str
    reason: str
    params: dict[str, object] = field(default_factory=dict)
    can_be_repaired: bool = False

    @property
    def verdict(self) -> Verdict:
        return Verdict(self.reason, self.params)


def examine(features: Sequence[Feature], *, allow_gaps: bool = False) -> list[Problem]:
    """Everything that is wrong with these outlines; empty if they may be imported."""
    alone = {at: found for at, feature in enumerate(features) if (found := _by_itself(feature))}
    twins = _twins([feature for at, feature in enumerate(features) if at not in alone])
    sound = [feature for at, feature in enumerate(features) if at not in alone and feature.number not in twins]
    shapes = np.array([feature.geometry for feature in sound], dtype=object)
    overlapping = list(_overlaps(sound, shapes))
    problems = [*_codes(features), *alone.values(), *twins.values(), *overlapping]
    if not alone and not allow_gaps:
        problems += _gaps(shapes, tidy=not overlapping)
    return problems[:MOST]


def size_m2(shapes: Shapes) -> NDArray[np.float64]:
    """The size of small shapes in square metres, good to half a percent: enough to tell noise from a mistake."""
    bounds = shapely.bounds(shapes).reshape(-1, 4)
    middle = np.nan_to_num((bounds[:, 1] + bounds[:, 3]) / 2)
    sizes: NDArray[np.float64] = shapely.area(shapes) * _DEGREE_M**2 * np.cos(np.radians(middle))
    return sizes


def is_outside_the_globe(shape: Geometry) -> bool:
    """Whether a coordinate is no longitude and latitude."""
    west, south, east, north = shape.bounds
    return not (west >= -180 and east <= 180 and south >= -90 and north <= 90)


def looks_swapped(shape: Geometry) -> bool:
    """Whether latitude stands before longitude: wrong as it is, right the other way round."""
    west, south, east, north = shape.bounds
    return is_outside_the_globe(shape) and -90 <= west <= east <= 90 and -180 <= south <= north <= 180


def _codes(features: Sequence[Feature]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for feature in features:
        number = feature.number
        if not feature.code:
            yield Problem("no code", gettext_noop("feature %(number)s has no code"), {"number": number})
        elif not CODE.fullmatch(feature.code):
            reason = gettext_noop(
                "feature %(number)s: “%(code)s” can't be a code (letters, digits, - _ . only, at most 32)"
            )
            yield Problem("bad code", reason, {"number": number, "code": feature.code[:40]})
        elif feature.code in first:
            reason = gettext_noop("features %(first)s and %(number)s have the same code %(code)s")
            params = {"first": first[feature.code], "number": number, "code": feature.code}
            yield Problem("same code", reason, params)
        else:
            first[feature.code] = number


def _by_itself(feature: Feature) -> Problem | None:
    """The first thing wrong with this outline alone."""
    shape = feature.geometry
    about: dict[str, object] = {"code": feature.code or f"#{feature.number}"}
    if shape is None or shape.is_empty:
        return Problem("no outline", gettext_noop("%(code)s has no outline"), about)
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        reason = gettext_noop("%(code)s is a %(type)s; an area must be a polygon")
        return Problem("not a polygon", reason, {**about, "type": shape.geom_type})
    if looks_swapped(shape):
        reason = gettext_noop("%(code)s: longitude and latitude seem to be swapped")
        return Problem("swapped", reason, about, can_be_repaired=True)
    if is_outside_the_globe(shape):
        reason = gettext_noop("%(code)s: coordinates must be longitude and latitude in degrees (WGS 84)")
        return Problem("off the globe", reason, about)
    if not shape.is_valid:
        why, _, where = shapely.is_valid_reason(shape).rstrip("]").partition("[")
        reason = gettext_noop("%(code)s is drawn wrongly: %(why)s at %(where)s")
        return Problem("invalid", reason, {**about, "why": why, "where": where or "–"}, can_be_repaired=True)
    return None


def _twins(features: Sequence[Feature]) -> dict[int, Problem]:
    """Features drawn exactly like an earlier one, by number. Found apart: compared in pairs, many take for ever."""
    first: dict[bytes, Feature] = {}
    found: dict[int, Problem] = {}
    for feature in features:
        drawn: bytes = shapely.to_wkb(feature.geometry)
        one = first.setdefault(drawn, feature)
        if one is not feature:
            reason = gettext_noop("%(one)s and %(other)s have the same outline")
            found[feature.number] = Problem("same outline", reason, {"one": one.code, "other": feature.code})
    return found


def _overlaps(features: Sequence[Feature], shapes: Shapes) -> Iterator[Problem]:
    """Pairs that cover the same ground. Only outlines that don't fit their neighbours' are compared in pairs."""
    if not len(shapes):
        return
    misfit = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
    misfits, tree, told = np.flatnonzero(misfit), STRtree(shapes), 0
    for start in range(0, len(misfits), _MISFITS_AT_ONCE):
        some = misfits[start : start + _MISFITS_AT_ONCE]
        at, others = tree.query(shapes[some])
        ones = some[at]
        fresh = (ones < others) | (~misfit[others])  # each pair once
        ones, others = ones[fresh], others[fresh]
        common = shapely.intersection(shapes[ones], shapes[others])
        sizes = size_m2(common)
        for i in np.flatnonzero(sizes > NOISE_M2).tolist():
            params = _where(common[i], sizes[i])
            params |= {"one": features[ones[i]].code, "other": features[others[i]].code}
            reason = gettext_noop("%(one)s and %(other)s overlap by %(size)s m² near %(where)s")
            yield Problem("overlap", reason, params, can_be_repaired=True)
            told += 1
            if told >= MOST:
                return


def _gaps(shapes: Shapes, *, tidy: bool) -> Iterator[Problem]:
    """Ground inside the town that no area covers."""
    if not len(shapes):
        return
    fits = tidy and shapely.coverage_is_valid(shapes)
    town = shapely.coverage_union_all(shapes) if fits else shapely.union_all(shapes)
    inner = [ring for part in shapely.get_parts(town) for ring in part.interiors]
    holes = shapely.polygons(np.array(inner, dtype=object)) if inner else np.array([], dtype=object)
    tree = STRtree(shapes)
    for hole in holes[size_m2(holes) > NOISE_M2]:
        islands = shapes[tree.query(hole, predicate="contains")]
        gap = shapely.difference(hole, shapely.union_all(islands)) if len(islands) else hole
        size = size_m2(np.array([gap], dtype=object))[0]
        if size > NOISE_M2:
            reason = gettext_noop("no area covers %(size)s m² near %(where)s")
            yield Problem("gap", reason, _where(gap, size), can_be_repaired=True)


def _where(shape: Geometry, size: float) -> dict[str, object]:
    point = shapely.point_on_surface(shape)
    return {"size": f"{size:.0f}", "where": f"{point.x:.5f}, {point.y:.5f}"}
