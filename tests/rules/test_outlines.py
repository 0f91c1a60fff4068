"""What is wrong with outlines is found, and nothing else is."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Polygon, box

from yimen.places.outlines import Feature, Problem, examine

EAST, NORTH = 102.9, 34.9
METRE = 1 / 111_320  # of latitude, in degrees


def square(x: float, y: float, size: float = 1) -> Polygon:
    """A square of a hundredth of a degree, counted from the corner of an invented town."""
    return box(EAST + x / 100, NORTH + y / 100, EAST + (x + size) / 100, NORTH + (y + size) / 100)


def features(**shapes: shapely.Geometry | None) -> list[Feature]:
    return [Feature(number, code, shape) for number, (code, shape) in enumerate(shapes.items(), 1)]


def kinds(problems: list[Problem]) -> list[str]:
    return [problem.kind for problem in problems]


def only(problems: list[Problem]) -> Problem:
    (problem,) = problems
    return problem


def test_areas_that_fit_have_no_problem() -> None:
    assert examine(features(a=square(0, 0), b=square(1, 0), c=square(0, 1), d=square(1, 1))) == []
    assert examine(features(a=square(0, 0), far=square(50, 3))) == []
    assert examine([]) == []


def test_corners_on_a_neighbours_straight_border_are_no_problem() -> None:
    assert examine(features(a=square(0, 0, 2), b=square(2, 0), c=square(2, 1))) == []


def test_an_overlap_names_the_pair_its_size_and_where() -> None:
    problem = only(examine(features(a=square(0, 0), b=square(0.9, 0))))
    assert problem.kind == "overlap"
    assert problem.can_be_repaired
    assert (problem.params["one"], problem.params["other"]) == ("a", "b")
    expected = 100 * 1113.2 * 0.8197 * 11.132 / 10  # metres: a tenth of a square's width, by its height
    assert abs(float(str(problem.params["size"])) - expected) < expected * 0.01
    assert "near 102.9095" in str(problem.verdict)


def test_an_area_inside_another_overlaps_it() -> None:
    assert kinds(examine(features(a=square(0, 0, 3), b=square(1, 1)))) == ["overlap"]


def test_each_overlapping_pair_is_told_once() -> None:
    found = examine(features(a=square(0, 0), b=square(0.5, 0), c=square(0.5, 0.5)))
    pairs = [(problem.params["one"], problem.params["other"]) for problem in found]
    assert sorted(pairs) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_the_same_outline_twice_is_told_as_that() -> None:
    problem = only(examine(features(a=square(0, 0), b=square(0, 0))))
    assert str(problem.verdict) == "a and b have the same outline"
    assert not problem.can_be_repaired


def test_a_gap_is_told_with_its_size_and_where() -> None:
    ring = {f"r{x}{y}": square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)}
    problem = only(examine(features(**ring)))
    assert problem.kind == "gap"
    assert "near 102.91500, 34.91500" in str(problem.verdict)
    assert examine(features(**ring), allow_gaps=True) == []


def test_an_island_in_a_lake_is_not_counted_as_lake() -> None:
    lake = Polygon(square(0, 0, 3).exterior.coords, [list(square(1, 1).exterior.coords)])
    assert kinds(examine(features(shore=lake, island=square(1, 1)))) == []
    part = only(examine(features(shore=lake, island=square(1.2, 1.2, 0.5))))
    assert part.kind == "gap"
    assert float(str(part.params["size"])) < 0.8 * 1113.2 * 1113.2 * 0.82


def test_noise_below_a_square_metre_is_no_problem() -> None:
    def shifted(by_metres: float) -> list[Feature]:
        slim = shapely.transform(square(1, 0), lambda corners: corners - [by_metres * METRE, 0])
        return features(a=square(0, 0), b=slim)

    assert examine(shifted(0.0005)) == []
    assert kinds(examine(shifted(0.1))) == ["overlap"]


@pytest.mark.parametrize(
    ("shape", "kind", "words"),
    [
        (None, "no outline", "x has no outline"),
        (Polygon(), "no outline", "x has no outline"),
        (LineString([(102, 34), (103, 35)]), "not a polygon", "x is a LineString; an area must be a polygon"),
        (box(34.9, 102.9, 35.0, 103.0), "swapped", "seem to be swapped"),
        (box(500_000, 3_860_000, 500_100, 3_860_100), "off the globe", "longitude and latitude in degrees"),
        (Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), "invalid", "x is drawn wrongly: Self-intersection at 0.5 0.5"),
    ],
)
def test_an_outline_wrong_by_itself_is_told(shape: shapely.Geometry | None, kind: str, words: str) -> None:
    problem = only(examine(features(x=shape)))
    assert problem.kind == kind
    assert words in str(problem.verdict)


def test_codes_must_be_there_once_each_and_fit_for_paths() -> None:
    shapes = [square(at, 0) for at in range(4)]
    found = examine([Feature(at, code, shapes[at]) for at, code in enumerate(["", "a b", "a", "a"])])
    assert kinds(found) == ["no code", "bad code", "same code"]
    assert str(found[2].verdict) == "features 2 and 3 have the same code a"


def test_a_file_of_nonsense_is_told_in_finite_time_and_words() -> None:
    many = [Feature(at, f"a{at}", square(0, 0, 1 + at / 1000)) for at in range(60)]
    many += [Feature(at, f"a{at}", square(0, 0)) for at in range(60, 5000)]
    assert len(examine(many)) == 500


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1))
def test_a_gap_is_told_exactly_where_the_town_surrounds_one(cells: set[tuple[int, int]]) -> None:
    shapes = [square(x, y) for x, y in sorted(cells)]
    whole = shapely.union_all(shapes)
    holes = sum(len(part.interiors) for part in getattr(whole, "geoms", [whole]))
    found = examine([Feature(at, f"c{at}", shape) for at, shape in enumerate(shapes, 1)])
    assert kinds(found) == ["gap"] * holes


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 2, st.integers(1, 6)), min_size=2, max_size=8, unique=True))
def test_overlaps_are_those_that_every_pair_compared_shows(squares: list[tuple[int, int, int]]) -> None:
    shapes = [square(*numbers) for numbers in squares]
    found = examine([Feature(at, f"c{at}", shape) for at, shape in enumerate(shapes)], allow_gaps=True)
    told = {frozenset((problem.params["one"], problem.params["other"])) for problem in found}
    pairs = {
        frozenset((f"c{i}", f"c{j}"))
        for i in range(len(shapes))
        for j in range(i)
        if shapes[i].intersection(shapes[j]).area > 1e-9
    }
    assert told == pairs


def test_parts_of_one_area_may_lie_apart() -> None:
    assert examine(features(a=MultiPolygon([square(0, 0), square(5, 5)]), b=square(1, 0))) == []
