"""What everybody may read of mediations: rounded, nothing small, and nothing from which something small follows."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from yimen.mediation.counted.numbers import Counted
from yimen.stats.mediating.counting import CELLS, LEVEL
from yimen.stats.mediating.rules import FEWEST, after, before, last_quarters, released
from yimen.stats.mediating.words import CELL_WORDS, WHAT, code_of, which_in_words


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1))
def test_no_small_number_is_shown_nor_can_be_worked_out(cells: dict[str, int]) -> None:
    shown = released(cells)
    hidden = [name for name in cells if shown[name] is None]
    assert all(number is None or number == 0 or number >= FEWEST for number in shown.values())
    assert all(number is None or number % 5 == 0 for number in shown.values())
    if sum(cells.values()) < FEWEST:
        assert len(hidden) == len(cells), "nothing is shown, zeros neither"
        return
    small = [name for name, number in cells.items() if 0 < number < FEWEST]
    assert set(small) <= set(hidden)
    if hidden:  # whoever knows the sum of all knows the sum of these, and no more
        assert sum(cells[name] for name in hidden) >= FEWEST
        assert len(hidden) >= 2 or all(number == 0 for name, number in cells.items() if name not in hidden)
    assert bool(hidden) is bool(small), "nothing is hidden without a reason"


def test_one_small_cell_takes_the_next_smallest_along() -> None:
    assert released({"a": 3, "b": 12, "c": 41, "d": 0}) == {"a": None, "b": None, "c": 40, "d": 0}
    assert released({"a": 3, "b": 4, "c": 41}) == {"a": None, "b": None, "c": None}, "seven are too few to stand behind"
    assert released({"a": 6, "b": 7, "c": 41}) == {"a": None, "b": None, "c": 40}
    assert released({"a": 9, "b": 0}) == {"a": None, "b": None}


def test_quarters_follow_each_other() -> None:
    assert last_quarters(date(2026, 2, 28)) == [
        date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1),
    ]  # fmt: skip
    for month in (1, 4, 7, 10):
        assert before(after(date(2026, month, 1))) == date(2026, month, 1)
    assert code_of(date(2026, 10, 1)) == "2026-Q4"


def test_every_cell_has_its_words() -> None:
    assert set(CELLS) == set(WHAT) == set(CELL_WORDS) == {*Counted, LEVEL}
    for what, cells in CELLS.items():
        assert all(which_in_words(what, which) for which in cells)
