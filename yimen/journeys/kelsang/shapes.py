"""The shape of the invented town: an outline, cut into townships, these into villages, these into service areas.

No chance is in it beyond a fixed seed. Each cut is a Voronoi pattern of evenly spread points; then every piece of
border is bent a little, the same for both of its neighbours, so that the areas fit exactly. Plane coordinates are
kilometres from the middle of the town.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import atan2, cos, hypot, radians, sin, tau
from random import Random

import shapely
from shapely import MultiPoint, Point, Polygon

MIDDLE = (102.9, 34.9)  # longitude and latitude in degrees
_KM_PER_DEGREE = 111.32
_DECIMALS = 5  # of a degree: a metre
_GRID = 0.01  # km, on which the cuts meet
_FINEST = 1.5  # km: shorter pieces of border stay straight
_BEND = 0.11  # of a piece's length
_EVENINGS = 25  # rounds of moving each point to the middle of its piece
_SEED = "Kelsang"
Corner = tuple[float, float]
Key = tuple[int, int, int]  # township, village and area, each counted from 1


def areas(villages: tuple[tuple[int, ...], ...]) -> dict[Key, Polygon]:
    """A polygon for every area, in degrees; ``villages`` says how many areas each village of each township has."""
    cells = dict(_cells(villages, Random(_SEED)))  # noqa: S311 – a drawing, not a secret
    borders = shapely.union_all([cell.boundary for cell in cells.values()], grid_size=_GRID)
    pieces = {(min(ends), max(ends)) for part in shapely.get_parts(borders) for ends in pairwise(part.coords)}
    lines = [shapely.LineString([_degrees(corner) for corner in _bent(*ends)]) for ends in sorted(pieces)]
    faces = shapely.get_parts(shapely.polygonize(lines))
    hearts = [shapely.Point(_degrees((c.x, c.y))) for c in map(shapely.point_on_surface, cells.values())]
    face_of = dict(zip(*shapely.STRtree(faces).query(hearts, predicate="intersects").tolist(), strict=True))
    return {key: shapely.normalize(faces[face_of[at]]) for at, key in enumerate(cells)}


def _cells(villages: tuple[tuple[int, ...], ...], rng: Random) -> Iterator[tuple[Key, shapely.Geometry]]:
    """Townships cut from the town, villages from those, areas from these; the seat is the one in the middle."""
    townships = _cut(_outline(), len(villages), rng)
    seat = min(range(len(townships)), key=lambda at: townships[at].centroid.distance(Point(0, 0)))
    townships.insert(0, townships.pop(seat))
    for t, (township, sizes) in enumerate(zip(townships, villages, strict=True), 1):
        for v, (village, size) in enumerate(zip(_cut(township, len(sizes), rng), sizes, strict=True), 1):
            for a, area in enumerate(_cut(village, size, rng), 1):
                yield (t, v, a), area


def _outline() -> Polygon:
    """A rounded shape some 80 km across, with shallow bays."""
    corners = []
    for step in range(30):
        turn = tau * step / 30
        radius = 38 + 3.2 * sin(2 * turn + 0.6) + 2.1 * sin(3 * turn + 2.0) + 1.3 * cos(7 * turn)
        corners.append((radius * cos(turn), 0.92 * radius * sin(turn)))
    return Polygon(corners)


def _cut(shape: shapely.Geometry, number: int, rng: Random) -> list[shapely.Geometry]:
    """The shape in so many pieces of about one size, in the order of the clock's hand."""
    west, south, east, north = shape.bounds
    points: list[Point] = []
    while len(points) < number:
        point = Point(rng.uniform(west, east), rng.uniform(south, north))
        if shape.contains(point):
            points.append(point)
    for _ in range(_EVENINGS):
        points = [piece.centroid for piece in _voronoi(shape, points)]
    middle = shape.centroid
    return sorted(_voronoi(shape, points), key=lambda p: -atan2(p.centroid.y - middle.y, p.centroid.x - middle.x))


def _voronoi(shape: shapely.Geometry, points: list[Point]) -> list[shapely.Geometry]:
    cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(points), extend_to=shape, ordered=True))
    return list(shapely.intersection(cells, shape))


def _bent(start: Corner, end: Corner) -> list[Corner]:
    """A straight piece of border as nature would draw it; its ends alone decide how."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length < _FINEST:
        return [start, end]
    aside = Random(f"{start[0]:.2f} {start[1]:.2f} {end[0]:.2f} {end[1]:.2f}").uniform(-_BEND, _BEND)  # noqa: S311 – a drawing
    across, along = end[0] - start[0], end[1] - start[1]
    middle = ((start[0] + end[0]) / 2 - aside * along, (start[1] + end[1]) / 2 + aside * across)
    return [*_bent(start, middle)[:-1], *_bent(middle, end)]


def _degrees(corner: Corner) -> Corner:
    lon = MIDDLE[0] + corner[0] / (_KM_PER_DEGREE * cos(radians(MIDDLE[1])))
    return round(lon, _DECIMALS), round(MIDDLE[1] + corner[1] / _KM_PER_DEGREE, _DECIMALS)
