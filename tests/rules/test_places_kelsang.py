"""The invented town: its numbers, and that its areas fit exactly into each other."""

import re
from collections import Counter
from hashlib import sha256

import shapely

from yimen.journeys.kelsang.place_names import TOWN, TOWNSHIPS
from yimen.journeys.kelsang.places import town_features
from yimen.places.outlines import Feature, examine
from yimen.places.rules import CODE, LEVELS, PlannedPlace, may_be

PLACES = town_features()
BY_CODE = {place.code: place for place in PLACES}
SHAPES = {place.code: shapely.from_wkb(place.outline) for place in PLACES}


def of(level: str) -> list[PlannedPlace]:
    return [place for place in PLACES if place.level == level]


def test_the_town_has_its_real_scale() -> None:
    assert Counter(place.level for place in PLACES) == {"town": 1, "township": 10, "village": 47, "area": 260}
    west, south, east, north = SHAPES["KS"].bounds
    assert 60 < (east - west) * 91.3 < 90
    assert 60 < (north - south) * 111.3 < 90


def test_the_areas_cover_the_town_without_gaps_or_overlaps() -> None:
    areas = [SHAPES[place.code] for place in of("area")]
    assert shapely.coverage_is_valid(areas)
    assert examine([Feature(at, place.code, SHAPES[place.code]) for at, place in enumerate(of("area"), 1)]) == []
    assert abs(sum(area.area for area in areas) - SHAPES["KS"].area) < 1e-12
    assert all(shape.geom_type == "Polygon" and shape.is_valid for shape in SHAPES.values())
    assert len(SHAPES["KS"].interiors) == 0


def test_each_level_is_exactly_what_lies_in_it() -> None:
    for level in LEVELS[:-1]:
        for place in of(level):
            within = [SHAPES[other.code] for other in PLACES if other.parent_code == place.code]
            assert shapely.union_all(within).equals(SHAPES[place.code]), place.code


def test_every_place_may_stand_where_it_stands() -> None:
    for place in PLACES:
        parent = BY_CODE.get(place.parent_code)
        assert may_be(place, parent.level if parent else None, None), place.code


def test_the_seat_has_the_smallest_areas_and_lies_in_the_middle() -> None:
    sizes = {place.code: SHAPES[place.code].area for place in of("area")}
    seat = [size for code, size in sizes.items() if code.startswith("KS01")]
    others = [size for code, size in sizes.items() if not code.startswith("KS01")]
    assert len(seat) == 64
    assert sum(seat) / len(seat) < sum(others) / len(others) / 2
    nearest = min(of("township"), key=lambda place: SHAPES[place.code].centroid.distance(SHAPES["KS"].centroid))
    assert nearest.code == "KS01"


def test_every_place_has_its_own_name_in_three_languages() -> None:
    for language, letters in (("zh-hans", r"[一-鿿0-9]+"), ("en", r"[A-Za-z0-9 ]+"), ("bo", r"[ༀ-࿿]+")):
        names = [place.names[language] for place in PLACES]
        assert len(set(names)) == len(names), language
        assert all(re.fullmatch(letters, name) for name in names), language


def test_no_name_is_one_of_a_religious_place() -> None:
    words = " ".join(" ".join(named) for township, villages in TOWNSHIPS for named in (township, *villages, TOWN))
    assert not re.search(r"寺|庙|庵|佛|མཆོད|དགོན|ལྷ་ཁང|gompa|monastery|temple", words)


def test_codes_are_the_parents_with_two_digits_more() -> None:
    for place in PLACES:
        assert CODE.fullmatch(place.code)
        assert place.code == "KS" or re.fullmatch(re.escape(place.parent_code) + r"\d\d", place.code)


def test_the_town_is_drawn_the_same_every_time() -> None:
    again = town_features()
    assert again == PLACES
    corners = [place.outline for place in again if place.outline]
    # If this changes on purpose, every sample town made before has other borders than one made after.
    assert sha256(b"".join(corners)).hexdigest()[:16] == "b33ad173b32b97af"
