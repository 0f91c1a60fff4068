"""A drawn name: only whole numbers in a box, and not many."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.kernel.verdict import Refused
from yimen.mediation.agreements.drawn import HIGH, MOST_POINTS, MOST_STROKES, WIDE, Drawn, drawn_from

POINTS = st.tuples(st.integers(0, WIDE), st.integers(0, HIGH))
STROKES = st.lists(st.lists(POINTS, min_size=1, max_size=8), min_size=1, max_size=MOST_STROKES)


@given(STROKES)
def test_what_was_drawn_comes_back_and_is_drawn_with_numbers_alone(strokes: list[list[tuple[int, int]]]) -> None:
    drawn = drawn_from(json.dumps(strokes))
    assert [list(stroke) for stroke in drawn.strokes] == strokes
    assert len(drawn.lines) == len(strokes)
    assert set("".join(drawn.lines) + drawn.box) <= set("0123456789-, ")
    left, top, wide, high = map(int, drawn.box.split())
    assert all(left < x < left + wide and top < y < top + high for stroke in strokes for x, y in stroke)


def test_nothing_drawn_is_nothing() -> None:
    assert not drawn_from(" ")
    assert drawn_from("") == Drawn()


WRONG = [
    "x", "{}", "[]", "[[]]", "[[[1]]]", "[[[1,2,3]]]", "[[[1.5,2]]]", "[[[true,2]]]", "[[[-1,2]]]", "[[[1001,2]]]",
    "[[[1,401]]]", '[[["1",2]]]', "[" * 30_000, "null", '"<svg onload=alert(1)>"', "[[[NaN,1]]]",
    json.dumps([[[1, 1]]] * (MOST_STROKES + 1)), json.dumps([[[1, 1]] * (MOST_POINTS + 1)]), "[[[1,2]]]" + " " * 50_000,
]  # fmt: skip


@pytest.mark.parametrize("typed", WRONG)
def test_what_is_no_drawing_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match="draw again"):
        drawn_from(typed)
