"""Which area a point lies in: the same answer as exact arithmetic gives, on borders too."""

import threading
from fractions import Fraction
from itertools import pairwise

import numpy as np
import shapely
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import Polygon, box

from yimen.journeys.kelsang.places import town_features
from yimen.places.queries import Gazetteer, PlaceFacts

Corner = tuple[float, float]


def facts(number: int, code: str, level: str = "area", parent: int | None = None, **more: object) -> PlaceFacts:
    path = more.pop("path", f"T/{code}/" if level != "town" else "T/")
    names = more.pop("names", {"en": f"Area {code}"})
    return PlaceFacts(number, code, level, parent, str(path), names, **more)  # type: ignore[arg-type]


def kelsang() -> Gazetteer:
    """The invented town as the database would hand it out, without a database."""
    ids = {place.code: number for number, place in enumerate(town_features(), 1)}
    paths = {"": ""}
    rows = []
    for place in town_features():
        paths[place.code] = f"{paths[place.parent_code]}{place.code}/"
        parent, path = ids.get(place.parent_code), paths[place.code]
        row = facts(ids[place.code], place.code, place.level, parent, path=path, names=place.names)
        rows.append((row, place.outline))
    return Gazetteer(rows)


KELSANG = kelsang()
SHAPES = {p.code: shapely.from_wkb(p.outline) for p in town_features() if p.level == "area"}
CORNERS: list[Corner] = sorted({(x, y) for shape in SHAPES.values() for x, y in shape.exterior.coords})
WEST, SOUTH, EAST, NORTH = shapely.total_bounds(list(SHAPES.values())).tolist()


def holds(ring: list[Corner], x: float, y: float) -> bool:
    """Whether the point is in or on the ring: exact arithmetic, nothing shared with the real search."""
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if max(ax, bx) < x or not min(ay, by) <= y <= max(ay, by):
            continue
        side = (Fraction(bx) - Fraction(ax)) * (Fraction(y) - Fraction(ay)) - (Fraction(by) - Fraction(ay)) * (
            Fraction(x) - Fraction(ax)
        )
        if side == 0 and min(ax, bx) <= x:
            return True
        if (ay > y) != (by > y) and (side > 0) == (by > ay):
            inside = not inside
    return inside


def exact(x: float, y: float) -> str | None:
    """The smallest code of the areas that hold the point."""
    codes = [code for code, shape in SHAPES.items() if holds(list(shape.exterior.coords), x, y)]
    return min(codes, default=None)


def found(x: float, y: float) -> str | None:
    area = KELSANG.area_at(x, y)
    return area.code if area else None


@given(st.floats(WEST - 0.02, EAST + 0.02), st.floats(SOUTH - 0.02, NORTH + 0.02))
def test_the_area_is_the_one_that_exact_arithmetic_finds(x: float, y: float) -> None:
    assert found(x, y) == exact(x, y)


@given(st.sampled_from(CORNERS))
@example(CORNERS[0])
def test_a_corner_belongs_to_the_smallest_code_that_touches_it(corner: Corner) -> None:
    assert found(*corner) == exact(*corner) is not None


@given(st.sampled_from(sorted(SHAPES)), st.integers(0, 10_000), st.sampled_from([0.5, 0.25, 0.75]))
def test_a_point_on_a_border_has_an_answer_and_it_is_the_exact_one(code: str, at: int, share: float) -> None:
    ring = list(SHAPES[code].exterior.coords)
    (ax, ay), (bx, by) = list(pairwise(ring))[at % (len(ring) - 1)]
    x, y = ax + share * (bx - ax), ay + share * (by - ay)
    assert found(x, y) == exact(x, y)


def test_many_at_once_are_answered_like_one_by_one() -> None:
    rng = np.random.default_rng(7)
    xs = [*rng.uniform(WEST, EAST, 500).tolist(), *(x for x, _ in CORNERS), 0.0, float("nan"), 1e300, -200.0]
    ys = [*rng.uniform(SOUTH, NORTH, 500).tolist(), *(y for _, y in CORNERS), 0.0, 34.9, 34.9, float("inf")]
    together = KELSANG.areas_at(xs, ys)
    assert together == [KELSANG.area_at(x, y) for x, y in zip(xs, ys, strict=True)]
    assert together[-4:] == [None] * 4
    assert len({area.code for area in together if area}) > 200


def test_outside_the_town_there_is_no_area() -> None:
    assert KELSANG.area_at(WEST - 1, SOUTH) is None
    for nonsense in ((float("nan"), 34.9), (102.9, float("inf")), (181.0, 34.9), (102.9, -91.0)):
        assert KELSANG.area_at(*nonsense) is None


def test_between_two_areas_the_smaller_code_wins_in_whatever_order_they_come() -> None:
    left, right = (facts(1, "b"), shapely.to_wkb(box(0, 0, 1, 1))), (facts(2, "a"), shapely.to_wkb(box(1, 0, 2, 1)))
    for rows in ([left, right], [right, left]):
        area = Gazetteer(rows).area_at(1, 0.5)
        assert area
        assert area.code == "a"


def test_a_point_in_a_hole_of_an_area_is_not_in_it() -> None:
    ring = Polygon(box(0, 0, 9, 9).exterior.coords, [list(box(3, 3, 6, 6).exterior.coords)])
    holed = Gazetteer([(facts(1, "ring"), shapely.to_wkb(ring))])
    assert holed.area_at(4, 4) is None
    assert holed.area_at(3, 4)
    assert holed.area_at(1, 1)


def test_villages_and_areas_that_are_no_more_hold_no_points() -> None:
    square = shapely.to_wkb(box(0, 0, 1, 1))
    rows = [(facts(1, "v", "village"), square), (facts(2, "old", is_open=False), square)]
    places = Gazetteer(rows)
    assert places.area_at(0.5, 0.5) is None
    assert places.by_code["old"].id == 2
    assert [place.code for place in places.places_below("T/")] == ["v"]


def test_a_gazetteer_without_places_answers_too() -> None:
    empty = Gazetteer([])
    assert empty.area_at(102.9, 34.9) is None
    assert empty.areas_at([102.9], [34.9]) == [None]
    assert empty.areas_at([], []) == []
    assert empty.town is None
    assert empty.chain(1) == []


def test_the_chain_goes_up_to_the_town() -> None:
    area = KELSANG.by_code["KS010203"]
    assert [place.code for place in KELSANG.chain(area.id)] == ["KS010203", "KS0102", "KS01", "KS"]
    assert area.path == "KS/KS01/KS0102/KS010203/"
    assert KELSANG.town == KELSANG.by_code["KS"]


def test_places_below_are_those_inside_and_not_the_place_itself() -> None:
    town = KELSANG.by_code["KS"]
    assert len(KELSANG.places_below(town.path)) == 317
    assert len(KELSANG.places_below(town.path, "township")) == 10
    assert [p.code for p in KELSANG.places_below("KS/KS01/", "village")] == [f"KS01{v:02}" for v in range(1, 9)]
    assert KELSANG.places_below("KS/KS01/KS0101/KS010101/") == []


def test_a_place_is_found_by_its_exact_name_in_any_language_or_its_code() -> None:
    for words in ("那吾镇", " nawu ", "སྣ་བོ་གྲོང་རྡལ།", "KS01"):
        assert [place.code for place in KELSANG.named(words)] == ["KS01"], words
    assert KELSANG.named("naw") == []
    assert KELSANG.named("") == []


def test_threads_may_ask_at_once() -> None:
    places, wrong = kelsang(), []  # fresh, so that its indexes are built while they ask

    def ask(seed: int) -> None:
        rng = np.random.default_rng(seed)
        for x, y in zip(rng.uniform(WEST, EAST, 300).tolist(), rng.uniform(SOUTH, NORTH, 300).tolist(), strict=True):
            if places.area_at(x, y) != KELSANG.area_at(x, y):
                wrong.append((x, y))

    threads = [threading.Thread(target=ask, args=(seed % 2,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
