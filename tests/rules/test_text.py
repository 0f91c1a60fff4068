"""Typed text is made plain, and nothing that a person can read is taken from it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yimen.kernel.text import TURNING, needed, plain
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
