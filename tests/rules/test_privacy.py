"""Why staff may look, and how often a receipt may be guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.people.rules import Role
from yimen.privacy import rules
from yimen.privacy.rules import ASSIST, MOST_WRONG, MOST_WRONG_IN_ALL, PURPOSES, may_look, may_try, purposes_of

READERS = (Role.CLERK, Role.HANDLER, Role.SUPERVISOR)


def test_every_role_has_said_what_it_may_look_for_or_why_it_may_not() -> None:
    assert set(PURPOSES) == set(Role)
    assert {role for role, purposes in PURPOSES.items() if not purposes} == set(rules.NO_PURPOSE)
    assert {role for role, purposes in PURPOSES.items() if purposes} == set(READERS)


@pytest.mark.parametrize("role", READERS)
def test_a_reader_may_look_for_their_own_purposes_only(role: Role) -> None:
    for purposes in PURPOSES.values():
        for purpose in purposes:
            assert bool(may_look(role, purpose)) is (purpose in PURPOSES[role])


@pytest.mark.parametrize("role", READERS)
def test_whoever_was_asked_for_a_part_opens_the_case_for_that_alone(role: Role) -> None:
    assert set(purposes_of(role, is_part=True)) == {ASSIST}
    assert set(purposes_of(role)) == set(PURPOSES[role]) - {ASSIST}


@pytest.mark.parametrize("role", READERS)
def test_a_look_without_a_purpose_does_not_open(role: Role) -> None:
    assert "say first why" in may_look(role, "").reason
    assert "cannot be opened for this purpose" in may_look(role, "curiosity").reason


@pytest.mark.parametrize("role", sorted(set(Role) - set(READERS)))
@pytest.mark.parametrize("purpose", ["", "handle", "supervise"])
def test_administrators_mediators_and_area_posts_open_no_case_and_are_told_why(role: Role, purpose: str) -> None:
    assert "no cases" in may_look(role, purpose).reason


def test_purposes_fit_their_column() -> None:
    assert all(len(purpose) <= 32 for purposes in PURPOSES.values() for purpose in purposes)


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_twenty_wrong_receipts_are_the_end_for_this_hour(mine: int, others: int) -> None:
    assert bool(may_try(mine, mine + others)) is (
        mine < MOST_WRONG and (mine == 0 or mine + others < MOST_WRONG_IN_ALL)
    )


@given(st.integers(0, 10**6))
def test_nobody_can_lock_others_out_by_guessing(others: int) -> None:
    assert may_try(0, others)
