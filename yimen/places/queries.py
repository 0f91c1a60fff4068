"""Reading places. The gazetteer keeps them all in memory and answers in microseconds."""

import threading
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from django.db.models import BinaryField, Case, F, Value, When
from numpy.typing import NDArray
from shapely import Point, STRtree

from yimen.places.models import Place

ROUGHLY = 0.0005  # degrees, some fifty metres: what an eye can tell apart on a small map
SLIVER = 0.01  # of an area: less of it in another is a border drawn anew, not ground that has moved
_LAST = "\U0010ffff"  # sorts behind every path


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place as everybody may see it. ``path`` has the codes from the town down: "KS/KS03/KS0302/"."""

    id: int
    code: str
    level: str
    parent_id: int | None
    path: str
    names: dict[str, str] = field(hash=False)
    is_open: bool = True  # a place that is no more keeps its old cases, but is offered to nobody


class Gazetteer:
    """All places of one edition, and the search for the service area that a point lies in."""

    def __init__(self, rows: Iterable[tuple[PlaceFacts, bytes | None]], changed_on: date | None = None) -> None:
        self.changed_on = changed_on  # the last day on which anything changed
        kept = sorted(rows, key=lambda row: row[0].code)
        self.by_id: dict[int, PlaceFacts] = {facts.id: facts for facts, _ in kept}
        self.by_code: dict[str, PlaceFacts] = {facts.code: facts for facts, _ in kept}
        self._open = sorted((facts for facts, _ in kept if facts.is_open), key=lambda facts: facts.path)
        self._paths = [facts.path for facts in self._open]
        self.town = next((facts for facts in self._open if facts.level == "town"), None)
        self._named: dict[str, list[PlaceFacts]] = {}
        for facts in self._open:
            for name in {_plain(name) for name in facts.names.values()}:
                self._named.setdefault(name, []).append(facts)
        # In the order of their codes, so that the first area found on a common border is that of the smallest code.
        drawn = [(facts, outline) for facts, outline in kept if outline and facts.level == "area" and facts.is_open]
        self._areas = [facts for facts, _ in drawn]
        self._drawn_at = {facts.id: at for at, facts in enumerate(self._areas)}
        self._outlines = shapely.from_wkb(np.array([bytes(outline) for _, outline in drawn if outline], dtype=object))
        shapely.prepare(self._outlines)
        self._tree = STRtree(self._outlines)
        self._one_by_one: list[shapely.Geometry] = self._outlines.tolist()
        # A prepared outline finishes its own index at its first question, and two threads may ask at once.
        self._lock = threading.Lock()

    def area_at(self, lon: float, lat: float) -> PlaceFacts | None:
        """The service area at this point; on a common border the one with the smallest code; none outside."""
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            return None  # also what is not a number
        found: list[int] = self._tree.query(Point(lon, lat)).tolist()
        found.sort()
        with self._lock:
            for at in found:
                if shapely.intersects_xy(self._one_by_one[at], lon, lat):
                    return self._areas[at]
        return None

    def areas_at(self, lons: Sequence[float], lats: Sequence[float]) -> list[PlaceFacts | None]:
        """The same for many points at once, some ten times as fast a point."""
        xs, ys = np.asarray(lons, dtype=float), np.asarray(lats, dtype=float)
        sane = np.flatnonzero((np.abs(xs) <= 180) & (np.abs(ys) <= 90))
        points, areas = self._tree.query(shapely.points(xs[sane], ys[sane]))
        points = sane[points]
        with self._lock:
            inside = shapely.intersects_xy(self._outlines[areas], xs[points], ys[points])
        first: NDArray[np.int64] = np.full(len(xs), len(self._areas), dtype=np.int64)
        np.minimum.at(first, points[inside], areas[inside])
        return [self._areas[at] if at < len(self._areas) else None for at in first.tolist()]

    def areas_on(self, outline: bytes) -> list[PlaceFacts]:
        """The areas that lie on the ground of this outline, the largest part first, without slivers."""
        ground = shapely.from_wkb(bytes(outline))
        found: list[int] = self._tree.query(ground).tolist()
        shares = {at: shapely.intersection(self._one_by_one[at], ground).area / ground.area for at in found}
        return [self._areas[at] for at in sorted(shares, key=lambda at: (-shares[at], at)) if shares[at] > SLIVER]

    def outline_of(self, place_id: int) -> shapely.Geometry | None:
        """The outline of this area, if it stands and is drawn."""
        at = self._drawn_at.get(place_id)
        return None if at is None else self._one_by_one[at]

    def chain(self, place_id: int) -> list[PlaceFacts]:
        """The place and all that it lies in, upward to the town."""
        found: list[PlaceFacts] = []
        facts = self.by_id.get(place_id)
        while facts:
            found.append(facts)
            facts = self.by_id.get(facts.parent_id) if facts.parent_id else None
        return found

    def sketch(self) -> list[tuple[dict[str, str], dict[str, Any]]]:
        """What a small map shows, as names and GeoJSON geometries: rough outlines of the areas, and where the
        townships' names stand. Neighbours stay neighbours: no gaps come in between.
        """
        rough = shapely.set_precision(shapely.coverage_simplify(self._outlines, ROUGHLY), ROUGHLY / 10)
        drawn: list[tuple[dict[str, str], dict[str, Any]]] = [({}, shapely.geometry.mapping(area)) for area in rough]
        parts: dict[str, list[int]] = {}
        for at, area in enumerate(self._areas):
            parts.setdefault("/".join(area.path.split("/")[:2]) + "/", []).append(at)
        for path, inside in parts.items():
            place = self._open[bisect_left(self._paths, path)]
            if place.path == path:
                middle = shapely.centroid(shapely.multipoints(shapely.centroid(self._outlines[inside])))
                drawn.append((place.names, shapely.geometry.mapping(shapely.set_precision(middle, ROUGHLY))))
        return drawn

    def ids_below(self, place_id: int) -> list[int]:
        """This place and all inside it."""
        place = self.by_id.get(place_id)
        return [place_id, *(facts.id for facts in self.places_below(place.path))] if place else [place_id]

    def places_below(self, path: str, level: str | None = None) -> list[PlaceFacts]:
        """All places inside the one with this path (of one level, if given), in the order of their paths."""
        inside = self._open[bisect_left(self._paths, path) : bisect_left(self._paths, path + _LAST)]
        return [facts for facts in inside if facts.path != path and level in (None, facts.level)]

    def named(self, words: str) -> list[PlaceFacts]:
        """The places that are called exactly so in any language, or have this code; the widest first."""
        coded = self.by_code.get(words.strip())
        found = list(self._named.get(_plain(words), ()))
        if coded and coded.is_open and coded not in found:
            found.append(coded)
        return sorted(found, key=lambda facts: (facts.path.count("/"), facts.code))


def _plain(words: str) -> str:
    """Words without what people type differently: capitals, doubled blanks, a closing Tibetan mark."""
    return " ".join(words.casefold().split()).rstrip("།་ ")


@lru_cache(maxsize=1)
def gazetteer(edition: int) -> Gazetteer:  # noqa: ARG001 – the edition is the key under which it is kept
    """The places as they stand in this edition: one statement when it is new, none afterwards."""
    drawn = Case(
        When(level=Place.Level.AREA, until_on__isnull=True, then=F("outline")),
        default=Value(None),
        output_field=BinaryField(),
    )
    columns = ("id", "code", "level", "parent_id", "path", "names", "from_on", "until_on")
    rows = list(Place.objects.annotate(drawn=drawn).values_list(*columns, "drawn"))
    days = [day for row in rows for day in row[6:8] if day]
    _in_memory[:] = [
        made := Gazetteer(
            (
                (PlaceFacts(pk, code, level, parent, path, names, is_open=until_on is None), outline)
                for pk, code, level, parent, path, names, _, until_on, outline in rows
            ),
            max(days, default=None),
        )
    ]
    return made


_in_memory: list[Gazetteer] = []


def gazetteer_in_memory() -> Gazetteer | None:
    """The places as this process last saw them, without asking the database: good enough for the town's name."""
    return _in_memory[0] if _in_memory else None


def outlines(place_ids: Iterable[int]) -> dict[int, bytes]:
    """The outlines (WKB) of these places, for drawing a map; those without one are left out."""
    rows = Place.objects.filter(pk__in=list(place_ids), outline__isnull=False).values_list("id", "outline")
    return {place_id: bytes(outline) for place_id, outline in rows if outline}
