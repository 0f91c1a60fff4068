"""Typed text is made plain, and nothing that a person can read is taken from it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yimen.kernel.text import FORMULAS, TURNING, as_a_cell, needed, number_in, plain
from yimen.kernel.verdict import Refused


@pytest.mark.parametrize("mark", sorted(TURNING))
def test_no_mark_turns_the_writing_of_what_stands_behind_it(mark: str) -> None:
    assert plain(f"near {mark}the bridge", 200) == "near the bridge"


@pytest.mark.parametrize("kept", ["👨\u200d👩\u200d👧", "དེ་རིང་གློག་མེད།", "شارع", "שלום", "a\n\tb"])
def test_joined_pictures_and_every_script_stay(kept: str) -> None:
    assert plain(kept, 200) == kept


@pytest.mark.parametrize("nothing", ["", " \n", "\u200b\u200d", "\u202e", "\ufeff \u2060", "\x00\x1b"])
def test_signs_that_show_nothing_say_nothing(nothing: str) -> None:
    with pytest.raises(Refused, match="write something"):
        needed(nothing, 200)


@given(st.text())
@example("e\u202e\u0301")
def test_plain_text_stays_as_it_is(typed: str) -> None:
    once = plain(typed, 10_000)
    assert plain(once, 10_000) == once
    assert not set(once) & (TURNING | {"\x00", "\r"})


@pytest.mark.parametrize("typed", ["", "x", "-1", "1.5", "²", " 7", "9" * 19, "9" * 5_000])
def test_what_is_no_number_of_a_row_is_none(typed: str) -> None:
    """More than 4,300 digits are an error to Python, and more than 19 to a database."""
    assert number_in(typed) is None


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("42", 42), ("١٢", 12), ("9" * 18, 10**18 - 1)])
def test_a_number_is_read_however_it_is_written(typed: str, number: int) -> None:
    assert number_in(typed) == number


@pytest.mark.parametrize("begins", FORMULAS)
def test_a_cell_is_no_formula(begins: str) -> None:
    assert as_a_cell(f"{begins}1") == f"'{begins}1"
    assert as_a_cell("1 = 1") == "1 = 1"
