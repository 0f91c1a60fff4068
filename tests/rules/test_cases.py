"""The life of a case holds for every state, every verb, every moment."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.cases import rules
from yimen.cases.policies import CLOCK_VERBS, OFFICE_VERBS, RESIDENT_VERBS
from yimen.cases.reviews.rules import is_whole_opinion
from yimen.cases.rules import MOVES, NOT_NOW, OPEN, REOPEN_WITHIN, TURN, State, Turn
from yimen.cases.words import (
    CHANNELS,
    DESK_TURNS,
    KINDS,
    OUTCOMES,
    SATISFIED,
    SOLVED,
    STATES,
    TURNS,
    WAYS,
)
from yimen.routing.rules import Kind

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LEVELS = ("area", "village", "township", "town")
states = st.sampled_from(list(State))
verbs = st.sampled_from(sorted({verb for moves in MOVES.values() for verb in moves}))
ages = st.timedeltas(timedelta(0), timedelta(days=90))


def reachable(start: State) -> set[State]:
    found, waiting = set(), [start]
    while waiting:
        state = waiting.pop()
        if state not in found:
            found.add(state)
            waiting += MOVES[state].values()
    return found


def test_every_state_has_its_turn_its_moves_and_its_words() -> None:
    for table in (TURN, MOVES, NOT_NOW, STATES):
        assert set(table) == set(State)
    assert set(TURNS) == set(DESK_TURNS) == set(Turn)


def test_every_code_has_its_word() -> None:
    pairs: list[tuple[Mapping[Any, str], Iterable[StrEnum]]] = [
        (KINDS, Kind), (CHANNELS, rules.Channel), (WAYS, rules.Way), (OUTCOMES, rules.Outcome),
        (SOLVED, rules.Solved), (SATISFIED, rules.Satisfied),
    ]  # fmt: skip
    for words, codes in pairs:
        assert set(words) == set(codes)
        assert len(set(words.values())) == len(words)


def test_every_verb_is_somebodys() -> None:
    moving = {verb for moves in MOVES.values() for verb in moves}
    assert moving == OFFICE_VERBS | RESIDENT_VERBS | CLOCK_VERBS | {"decide", "extend", "refuse_time", "give_back"}


def test_every_state_can_be_reached_and_every_open_one_can_end() -> None:
    assert reachable(State.RECEIVED) == set(State)
    for state in OPEN:
        assert reachable(state) - set(OPEN)


def test_it_is_somebodys_turn_while_a_case_is_open_and_nobodys_when_it_is_over() -> None:
    for state in State:
        assert (TURN[state] is Turn.NOBODY) is (state not in OPEN and state is not State.ANSWERED)
    for state in OPEN:
        assert "withdraw" in MOVES[state], "a resident may always take an open case back"


@given(states, verbs)
def test_a_move_is_allowed_exactly_if_the_table_has_it_and_else_says_why(state: State, verb: str) -> None:
    verdict = rules.may_move(state, verb)
    assert bool(verdict) is (verb in MOVES[state])
    assert verdict.reason == ("" if verdict else NOT_NOW[state])


@given(states, ages)
def test_reopening_is_open_until_it_closes_and_thirty_days_more(state: State, age: timedelta) -> None:
    verdict = rules.may_reopen(state, MONDAY, MONDAY + age)
    assert bool(verdict) is (state is State.ANSWERED or (state is State.CLOSED and age <= REOPEN_WITHIN))
    assert verdict or verdict.reason


@given(states)
def test_what_has_not_ended_is_not_reopened(state: State) -> None:
    assert bool(rules.may_reopen(state, None, MONDAY)) is (state is State.ANSWERED)


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS), st.booleans(), st.booleans())
def test_nobody_pushes_work_down_but_the_desk_that_sorts_and_where_it_is_their_own(
    higher: str,
    lower: str,
    is_dispatch: bool,  # noqa: FBT001 – drawn by Hypothesis
    is_theirs: bool,  # noqa: FBT001
) -> None:
    verdict = rules.may_push_down(higher, lower, is_dispatch=is_dispatch, is_their_remit=is_theirs)
    goes_down = LEVELS.index(lower) < LEVELS.index(higher)
    assert bool(verdict) is (not goes_down or is_dispatch or is_theirs)


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.booleans(), st.none() | days, days)
def test_an_objection_needs_a_hand_over_and_its_time(is_handed_over: bool, until: date | None, on: date) -> None:  # noqa: FBT001
    verdict = rules.may_object(is_handed_over=is_handed_over, until_on=until, on=on)
    assert bool(verdict) is (is_handed_over and (until is None or on <= until))
    if is_handed_over and not verdict:
        assert str(until) in str(verdict)


@given(st.dictionaries(st.sampled_from(["claims", "facts", "basis"]), st.sampled_from(["", "words"]), min_size=3))
def test_a_petitions_opinion_has_all_its_parts(parts: dict[str, str]) -> None:
    assert bool(is_whole_opinion(needs_parts=True, parts=parts)) is all(parts.values())
    assert is_whole_opinion(needs_parts=False, parts=parts)


@pytest.mark.parametrize("kept", rules.WORDS_KEPT.values())
def test_contacts_go_before_words_and_after_reopening(kept: timedelta) -> None:
    assert REOPEN_WITHIN < rules.CONTACTS_KEPT < kept
    assert rules.CLOSE_AFTER <= REOPEN_WITHIN
