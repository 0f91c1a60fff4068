"""Outlines as the shapes of a small drawing, so that a page needs no map and no script to show them. Pure."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import Geometry

WIDE = 1000  # the drawing's own measure; the page decides how large it is
HIGHEST = 1000
EDGE = 12
_FINE = 0.6  # of the measure: corners nearer than this are one


@dataclass(frozen=True)
class Shape:
    """One outline, ready to be drawn: what it is, the path, and a point inside for its name."""

    key: str
    look: str
    path: str
    x: float
    y: float
    room: int  # how wide a name could be


@dataclass(frozen=True)
class Drawing:
    """All of them, and how high the drawing is."""

    shapes: list[Shape]
    high: int
    wide: int = WIDE


def draw(outlines: Iterable[tuple[str, str, bytes]]) -> Drawing:
    """Draw these (key, look, WKB), each over the ones before; north is up, and a kilometre is as long both ways."""
    given = [(key, look, shapely.from_wkb(outline)) for key, look, outline in outlines]
    if not given:
        return Drawing([], 0)
    bounds = shapely.total_bounds(np.array([shape for _, _, shape in given], dtype=object))
    west, south, east, north = (float(side) for side in bounds)
    narrow = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * narrow, 1e-9), max(north - south, 1e-9)
    scale = min((WIDE - 2 * EDGE) / wide, (HIGHEST - 2 * EDGE) / high)

    def placed(corners: np.ndarray) -> np.ndarray:
        xs = EDGE + (corners[:, 0] - west) * narrow * scale
        return np.column_stack([xs, EDGE + (north - corners[:, 1]) * scale])

    shapes = [_shape(key, look, shapely.transform(shape, placed)) for key, look, shape in given]
    return Drawing(shapes, round(high * scale) + 2 * EDGE)


def _shape(key: str, look: str, drawn: Geometry) -> Shape:
    drawn = shapely.simplify(drawn, _FINE)
    rings = [ring for part in shapely.get_parts(drawn) for ring in (part.exterior, *part.interiors)]
    middle = shapely.point_on_surface(drawn)
    left, _, right, _ = drawn.bounds if not drawn.is_empty else (0.0, 0.0, 0.0, 0.0)
    return Shape(
        key, look, " ".join(_path(ring) for ring in rings), round(middle.x), round(middle.y), round(right - left)
    )


def _path(ring: Geometry) -> str:
    corners = [f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1].tolist()]
    return f"M{'L'.join(corners)}Z" if corners else ""
