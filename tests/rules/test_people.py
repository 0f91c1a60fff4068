"""What holds of posts, hours and the directory, whatever a town looks like."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.people import policies
from yimen.people.rules import ROLE_WORDS, Acting, Clock, Operator, Resident, Role, are_hours, is_a_username, is_held

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def acting(role: Role = Role.ADMINISTRATOR, place_path: str = "KS/", staff_id: int = 1) -> Acting:
    """Somebody in a post."""
    return Acting(staff_id, 7, role, 3, "3/", place_path)


@given(DAYS, st.integers(0, 900), st.integers(-100, 1000))
def test_a_post_is_held_from_its_first_day_up_to_the_first_day_without_it(start: date, length: int, after: int) -> None:
    until, on = start + timedelta(days=length), start + timedelta(days=after)
    assert is_held(start, until, on) is (0 <= after < length)
    assert is_held(start, None, on) is (after >= 0)


@given(DAYS, DAYS)
def test_ending_a_post_today_ends_it_today(start: date, today: date) -> None:
    assert not is_held(start, today, today)


def test_every_role_has_words_and_none_is_for_watching() -> None:
    assert set(ROLE_WORDS) == set(Role)
    assert not {"police", "security", "patrol", "informant"} & {role.value for role in Role}


@pytest.mark.parametrize("username", ["clerk", "ks0012", "tashi.dorje", "a"])
def test_small_letters_make_a_user_name(username: str) -> None:
    assert is_a_username(username)


@pytest.mark.parametrize("username", ["", "Clerk", "two words", ".dot", "dash-", "扎西", "a" * 61, "a\n"])
def test_other_things_do_not(username: str) -> None:
    assert not is_a_username(username)


@pytest.mark.parametrize(
    "hours",
    [
        {"mon": [["9:00", "12:00"]]},
        {"mon": [["12:00", "09:00"]]},
        {"mon": [["09:00", "12:00"], ["11:00", "15:00"]]},
        {"mon": [["09:00"]]},
        {"mon": [["24:00", "25:00"]]},
        {"someday": [["09:00", "12:00"]]},
    ],
)
def test_wrong_hours_are_noticed_with_their_day(hours: dict[str, list[list[str]]]) -> None:
    verdict = are_hours(hours)
    assert not verdict
    assert next(iter(hours)) in str(verdict)


def test_hours_may_be_none_one_or_two_spans() -> None:
    assert are_hours({})
    assert are_hours({"sat": []})
    assert are_hours({"mon": [["09:00", "12:00"], ["14:00", "17:30"]]})


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_set_up_offices(role: Role) -> None:
    assert not policies.may_set_up(acting(role), "KS/")


@pytest.mark.parametrize("by", [Resident(1), Clock()])
def test_neither_residents_nor_the_clock_do(by: Resident | Clock) -> None:
    assert not policies.may_administer(by)


def test_an_administrator_keeps_to_the_places_the_post_serves() -> None:
    assert policies.may_set_up(acting(place_path="KS/KS01/"), "KS/KS01/KS0102/")
    assert not policies.may_set_up(acting(place_path="KS/KS01/"), "KS/KS02/")
    assert policies.may_set_up(Operator(), "KS/")


def test_nobody_appoints_themselves() -> None:
    assert not policies.may_appoint(acting(staff_id=5), 5, "KS/")
    assert policies.may_appoint(acting(staff_id=5), 6, "KS/")
