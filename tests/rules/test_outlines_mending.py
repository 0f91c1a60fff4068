"""After a repair nothing is wrong any more, and no ground is lost."""

import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Polygon, box

from tests.rules.test_outlines import features, kinds, square
from yimen.places.mending import repair
from yimen.places.outlines import Feature, examine

#: In hundredths of a square: a gap open by less than a millimetre is closed by the repair, and filled.
nudges = st.integers(-30, 30).map(lambda hundredths: hundredths / 100)


def by_code(found: list[Feature]) -> dict[str, shapely.Geometry]:
    return {feature.code: feature.geometry for feature in found if feature.geometry is not None}


@given(st.integers(2, 4), st.integers(2, 4), st.data())
def test_squares_pushed_about_fit_again(width: int, height: int, data: st.DataObject) -> None:
    pushed = [
        Feature(x * height + y + 1, f"c{x}{y}", square(x + data.draw(nudges), y + data.draw(nudges)))
        for x in range(width)
        for y in range(height)
    ]
    mended = repair(pushed)
    assert examine(mended) == []
    before = shapely.union_all([feature.geometry for feature in pushed])
    after = shapely.union_all([feature.geometry for feature in mended])
    holes = [Polygon(ring) for part in shapely.get_parts(before) for ring in part.interiors]
    assert abs(before.union(shapely.union_all(holes)).area - after.area) < 1e-9
    assert repair(mended) == mended


@given(st.lists(st.tuples(nudges, nudges), min_size=5, max_size=9))
def test_any_scribble_becomes_an_outline_that_can_be_drawn(corners: list[tuple[float, float]]) -> None:
    scribble = Polygon([(102 + x, 34 + y) for x, y in corners])
    (mended,) = repair([Feature(1, "a", scribble)])
    assert mended.geometry is not None
    assert mended.geometry.is_valid
    assert mended.geometry.geom_type in ("Polygon", "MultiPolygon")
    assert kinds(examine([mended])) in ([], ["no outline"])


def test_what_two_claim_goes_to_the_smaller_code() -> None:
    mended = by_code(repair(features(b=square(0, 0), a=square(0.5, 0))))
    assert abs(mended["a"].area - 1e-4) < 1e-9
    assert abs(mended["b"].area - 0.5e-4) < 1e-9


def test_an_area_inside_another_is_not_swallowed() -> None:
    mended = by_code(repair(features(a=square(0, 0, 3), b=square(1, 1))))
    assert abs(mended["b"].area - 1e-4) < 1e-9
    assert len(mended["a"].interiors) == 1


def test_a_gap_goes_to_the_neighbour_with_the_longest_common_border() -> None:
    thin = box(102.91, 34.905, 102.9101, 34.915)  # beside b and c, mostly beside c
    left, b, c = square(0, 0, 2), box(102.9201, 34.9, 102.93, 34.902), box(102.9201, 34.902, 102.93, 34.92)
    lid = box(102.92, 34.92, 102.9201, 34.9201).union(box(102.9, 34.92, 102.93, 34.9201))
    floor = box(102.9, 34.8999, 102.93, 34.9)
    given_ = features(a=left.difference(thin), b=b, c=c, floor=floor, lid=lid, thin=thin)
    assert kinds(examine(given_)) == ["gap"]
    mended = by_code(repair(given_))
    assert examine(repair(given_)) == []
    assert mended["a"].area > left.difference(thin).area  # its border with the gap is the longest


def test_a_gap_that_is_allowed_stays() -> None:
    ring = {f"r{x}{y}": square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)}
    kept = repair(features(**ring), allow_gaps=True)
    assert abs(sum(shape.area for shape in by_code(kept).values()) - 8e-4) < 1e-9
    assert examine(repair(features(**ring))) == []


def test_swapped_coordinates_are_put_right() -> None:
    (mended,) = repair([Feature(1, "a", shapely.transform(square(0, 0), lambda corners: corners[:, ::-1]))])
    assert mended.geometry is not None
    assert mended.geometry.normalize().equals_exact(square(0, 0).normalize(), 1e-7)


def test_what_cannot_be_repaired_stays_as_it_is_and_is_told() -> None:
    line = LineString([(102, 34), (103, 35)])
    given_ = features(none=None, line=line, a=square(0, 0), twin=square(0, 0))
    mended = repair(given_)
    assert [feature.code for feature in mended] == ["none", "line", "a", "twin"]
    assert mended[1].geometry == line
    assert sorted(kinds(examine(mended))) == ["no outline", "no outline", "not a polygon"]
    assert repair([Feature(1, "x", None)]) == [Feature(1, "x", None)]
