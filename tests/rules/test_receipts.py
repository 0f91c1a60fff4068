"""The receipt: enough randomness, forgiving to what people type, and no slip goes unnoticed."""

import random
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yimen.kernel import receipts
from yimen.kernel.receipts import ALPHABET, hashed, new_nonce, read, receipt_from, shown

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
RECEIPTS = st.builds(lambda nonce: receipt_from(nonce, KEY), st.text(min_size=1))
SPACER = st.sampled_from(["", " ", "-", "–", "—", " - ", "\n", "\t", ".", "·", "_", ",", "་", "།", "\u3000", "－"])


def test_there_are_more_than_sixty_bits_and_no_look_alikes() -> None:
    assert len(ALPHABET) ** receipts.RANDOM_SYMBOLS > 2**60
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("01OILU")


def test_it_is_printed_in_three_groups_of_five() -> None:
    assert [len(group) for group in shown(receipt_from("a", KEY)).split("-")] == [5, 5, 5]


@given(RECEIPTS)
def test_what_is_printed_is_understood_when_it_is_typed(receipt: str) -> None:
    assert read(shown(receipt)) == receipt
    assert read(receipt) == receipt


@given(RECEIPTS, st.lists(SPACER, min_size=16, max_size=16), st.randoms(use_true_random=False))
def test_small_letters_blanks_dashes_and_tibetan_dots_are_forgiven(
    receipt: str, spacers: list[str], chance: random.Random
) -> None:
    letters = [chance.choice([symbol, symbol.lower()]) for symbol in receipt]
    typed = spacers[15] + "".join(letter + spacer for letter, spacer in zip(letters, spacers, strict=False))
    assert read(typed) == receipt


@given(RECEIPTS)
def test_full_width_letters_and_u_for_v_are_forgiven(receipt: str) -> None:
    full_width = "".join(chr(ord(symbol) + 0xFEE0) for symbol in receipt)
    assert read(full_width) == receipt
    assert read(receipt.replace("V", "U")) == receipt


@given(RECEIPTS, st.integers(0, 14), st.sampled_from(ALPHABET))
def test_every_slip_of_one_symbol_is_noticed(receipt: str, place: int, slip: str) -> None:
    assume(receipt[place] != slip)
    assert read(receipt[:place] + slip + receipt[place + 1 :]) == ""


def test_nearly_every_swap_of_two_neighbours_is_noticed() -> None:
    swaps = unnoticed = 0
    for number in range(1500):
        receipt = receipt_from(f"form {number}", KEY)
        for place, (one, other) in enumerate(pairwise(receipt)):
            if one != other:
                swaps += 1
                unnoticed += bool(read(receipt[:place] + other + one + receipt[place + 2 :]))
    assert swaps > 20_000
    assert unnoticed / swaps < 0.003


@given(RECEIPTS, st.integers(0, 14))
def test_a_symbol_too_few_or_too_many_is_noticed(receipt: str, place: int) -> None:
    assert read(receipt[:place] + receipt[place + 1 :]) == ""
    assert read(receipt[:place] + "7" + receipt[place:]) == ""


@given(st.text())
def test_anything_else_is_no_receipt_and_no_error(typed: str) -> None:
    assert read(typed) in {"", typed.upper()} or len(read(typed)) == 15


@pytest.mark.parametrize("typed", ["", "hello", "0" * 15, "I" * 15, "路灯坏了", "7K2MP-9QXR4-HTW6C' OR 1=1"])
def test_what_cannot_be_one_is_empty(typed: str) -> None:
    assert read(typed) == ""


def test_the_same_form_gives_the_same_receipt_and_another_town_another_one() -> None:
    nonce = new_nonce()
    assert receipts.NONCE.fullmatch(nonce)
    assert receipt_from(nonce, KEY) == receipt_from(nonce, KEY)
    assert receipt_from(nonce, KEY) != receipt_from(nonce, OTHER_KEY)
    assert receipt_from(nonce, KEY) != receipt_from(new_nonce(), KEY)


def test_all_symbols_are_used_alike() -> None:
    drawn = "".join(receipt_from(f"form {number}", KEY)[:-1] for number in range(3000))
    expected = len(drawn) / len(ALPHABET)
    assert all(abs(drawn.count(symbol) - expected) < expected * 0.15 for symbol in ALPHABET)


@given(RECEIPTS)
def test_the_hash_tells_nothing_without_the_key(receipt: str) -> None:
    kept = hashed(receipt, KEY)
    assert len(kept) == 32
    assert kept == hashed(receipt, KEY)
    assert kept != hashed(receipt, OTHER_KEY)
    assert receipt.encode() not in kept
