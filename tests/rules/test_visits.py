"""The rules of a queue."""

import pytest

from yimen.visits.rules import (
    MOST_TICKETS,
    MOVES,
    OVER,
    Errand,
    Queued,
    in_another_line,
    may_be_an_errand,
    may_move,
    may_take_more,
    number_in_words,
    served_elsewhere,
)

ERRANDS = [Errand("A"), Errand("B", counters=(2,)), Errand("C", counters=(3,)), Errand("D", counters=(2, 3))]


def test_a_number_has_a_letter_and_three_digits_or_more() -> None:
    assert [number_in_words("A", n) for n in (1, 12, 999, 1000)] == ["A001", "A012", "A999", "A1000"]


def test_a_counter_leaves_to_others_what_is_served_there_only() -> None:
    assert served_elsewhere(1, ERRANDS) == ["B", "C", "D"]
    assert served_elsewhere(2, ERRANDS) == ["C"]


@pytest.mark.parametrize(
    ("letter", "others"), [("A", []), ("B", ["C"]), ("C", ["B"]), ("D", []), ("Z", [])]
)  # fmt: skip
def test_numbers_stand_in_one_line_where_a_counter_calls_both(letter: str, others: list[str]) -> None:
    assert in_another_line(letter, ERRANDS, [1, 2, 3]) == others


def test_nothing_happens_to_a_number_that_is_over_but_a_second_chance() -> None:
    assert {state for state in Queued if not MOVES[state]} == {Queued.LEFT, Queued.DONE}
    assert set(MOVES[Queued.MISSED]) == {"call_again", "leave"}
    assert {Queued.MISSED, Queued.LEFT, Queued.DONE} == OVER
    for state in Queued:
        for verb in ("call", "call_again", "miss", "send_on", "finish", "leave"):
            verdict = may_move(state, verb)
            assert bool(verdict) is (verb in MOVES[state])


@pytest.mark.parametrize("errand", [Errand("I"), Errand("a"), Errand("AB"), Errand("A"), Errand("A", {"en": "x"}, 4)])
def test_an_errand_has_a_letter_a_name_and_minutes(errand: Errand) -> None:
    assert not may_be_an_errand(errand)
    assert may_be_an_errand(Errand("A", {"bo": "x"}, 5))


def test_one_connection_takes_so_many_numbers_an_hour() -> None:
    assert may_take_more(MOST_TICKETS - 1)
    assert not may_take_more(MOST_TICKETS)
