"""Calls: how long, how often, and how a receipt is said."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.calls.rules import MOST_TRIES, NOT_NOW, NOT_WAITING, Call, after_try, may_call, minutes_of
from yimen.calls.spoken import read_out, said_in
from yimen.kernel.receipts import ALPHABET, receipt_from


def test_nobody_is_called_out_of_hours_nor_when_it_is_over() -> None:
    assert may_call(is_open=True, state=Call.WAITING)
    assert may_call(is_open=False, state=Call.WAITING).reason == NOT_NOW
    for state in set(Call) - {Call.WAITING}:
        assert may_call(is_open=True, state=state).reason == NOT_WAITING


def test_after_the_third_try_it_is_over() -> None:
    assert [after_try(n) for n in range(1, MOST_TRIES + 1)] == [Call.WAITING, Call.WAITING, Call.NOT_REACHED]


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(-1, 0), (0, 1), (20, 1), (89, 1), (91, 2), (4 * 3600, 240), (4 * 3600 + 1, 0)]
)
def test_a_call_has_whole_minutes_and_a_forgotten_clock_none(seconds: int, minutes: int) -> None:
    assert minutes_of(timedelta(seconds=seconds)) == minutes


@given(st.text(min_size=22, max_size=40))
def test_a_receipt_is_read_out_in_three_groups_of_five_and_every_sign_of_it(nonce: str) -> None:
    code = receipt_from(nonce, b"key")
    groups = read_out(code, "zh-hans")
    assert [len(group) for group in groups] == [5, 5, 5]
    assert "".join(sign for group in groups for sign, _ in group) == code


def test_every_sign_has_a_word_of_its_own_and_no_two_words_are_alike() -> None:
    for language in ("en", "zh-hans"):
        words = [said_in(language, sign) for sign in ALPHABET]
        assert all(words)
        assert len(set(words)) == len(ALPHABET)
    assert all(said_in("bo", digit) for digit in "23456789")
    assert said_in("bo", "K") == "", "no word is made up"
    assert said_in("en", "K") == "Kilo"
    assert said_in("zh-hans", "7") == "七"
