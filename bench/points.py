"""Microseconds from a point to its service area: ``python -m bench.points`` prints them for 260 and 50,000 outlines."""

import json
import math
import time
from random import Random

import django

django.setup()

import shapely  # noqa: E402 – Django first

from yimen.kernel.models import editions  # noqa: E402
from yimen.places.queries import Gazetteer, PlaceFacts, gazetteer  # noqa: E402

POINTS = 20_000
TIMES = 3  # the best counts: others use this machine too
SIDE = 224  # squares in a row: 50,176 areas


def town_of(side: int) -> Gazetteer:
    """A town of so many times so many areas without gaps, each with 24 corners and wavy borders."""

    def corner(east: int, north: int, part: float, *, along: bool) -> tuple[float, float]:
        wave = 0.1 * math.sin(math.pi * part) * math.sin(east * 3 + north * 5 + along)
        step = (part, wave) if along else (wave, part)
        return ((east + step[0]) / side, (north + step[1]) / side)

    def outline(east: int, north: int) -> bytes:
        parts = [part / 6 for part in range(6)]
        south = [corner(east, north, part, along=True) for part in parts]
        rise = [corner(east + 1, north, part, along=False) for part in parts]
        back = [corner(east, north + 1, 1 - part, along=True) for part in parts]
        fall = [corner(east, north, 1 - part, along=False) for part in parts]
        return bytes(shapely.Polygon([*south, *rise, *back, *fall]).wkb)

    def area(number: int) -> PlaceFacts:
        return PlaceFacts(number + 1, f"A{number:06}", "area", None, f"A{number:06}/", {})

    return Gazetteer((area(n), outline(n % side, n // side)) for n in range(side * side))


def microseconds(places: Gazetteer, west: float, south: float, size: float) -> float:
    """For one point, asked one by one."""
    random = Random(1)  # noqa: S311 – any points will do
    points = [(west + size * random.random(), south + size * random.random()) for _ in range(POINTS)]
    assert sum(places.area_at(*point) is not None for point in points) > POINTS / 2  # noqa: S101 – they must be in it
    best = math.inf
    for _ in range(TIMES):
        began = time.process_time()
        for east, north in points:
            places.area_at(east, north)
        best = min(best, time.process_time() - began)
    return 1e6 * best / POINTS


if __name__ == "__main__":
    town = gazetteer(editions()["places"])
    west, south, east, north = shapely.total_bounds(town._outlines)  # noqa: SLF001 – only to know where to ask
    size = min(east - west, north - south) * 0.7
    small = microseconds(town, (west + east - size) / 2, (south + north - size) / 2, size)
    large = microseconds(town_of(SIDE), 0.01, 0.01, 0.98)
    print(json.dumps({"260": small, f"{SIDE * SIDE:,}": large}))  # noqa: T201 – for the one who asked
