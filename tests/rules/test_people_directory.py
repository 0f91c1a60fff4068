"""Who serves, who decides between two, who is above whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.kernel.verdict import Refused
from yimen.people.queries import Directory, OfficeFacts

TOWN, TOWNSHIP, VILLAGE = 1, 2, 3


def office(pk: int, path: str, function: str = "urban", place: int = TOWN, *, is_open: bool = True) -> OfficeFacts:
    """An office somewhere."""
    place_path = {TOWN: "KS/", TOWNSHIP: "KS/KS01/", VILLAGE: "KS/KS01/KS0101/"}[place]
    return OfficeFacts(
        pk, f"O{pk}", "department", function, place, place_path, "town", None, path, {}, "", {}, {}, is_open
    )


DIRECTORY = Directory(
    [
        office(1, "1/", "town-office"),
        office(2, "1/2/", "one-door"),
        office(3, "1/3/"),
        office(4, "1/4/", "housing"),
        office(5, "1/5/", "township-office", TOWNSHIP),
        office(6, "1/5/6/", "one-door", TOWNSHIP),
        office(7, "1/5/6/7/", "one-door", VILLAGE, is_open=False),
        office(8, "1/5/8/", "village-committee", VILLAGE),
        office(10, "1/10/", "water", is_open=False),
    ]
)


def test_a_function_is_served_at_exactly_its_place() -> None:
    assert DIRECTORY.serving("housing", TOWN) is DIRECTORY.by_code["O4"]
    assert DIRECTORY.serving("housing", VILLAGE) is None


def test_a_closed_office_serves_nobody() -> None:
    assert DIRECTORY.serving("water", TOWN) is None
    assert DIRECTORY.by_id[10].function == "water"


def test_the_nearest_open_desk_is_the_door() -> None:
    assert DIRECTORY.one_door([VILLAGE, TOWNSHIP, TOWN]).id == 6
    assert DIRECTORY.one_door([TOWN]).id == 2


def test_what_has_no_place_goes_to_the_towns_desk() -> None:
    assert DIRECTORY.one_door([]).id == 2
    assert DIRECTORY.one_door([999]).id == 2


def test_without_any_desk_the_sentence_says_what_to_do() -> None:
    with pytest.raises(Refused, match="set one up"):
        Directory([office(1, "1/")]).one_door([TOWN])


@pytest.mark.parametrize(("a", "b", "decides"), [(3, 4, 1), (8, 6, 5), (8, 3, 1), (7, 8, 5), (5, 8, 1), (1, 3, 1)])
def test_the_nearest_office_above_both_decides(a: int, b: int, decides: int) -> None:
    assert DIRECTORY.common_superior(a, b).id == decides


OFFICES = st.sampled_from(sorted(DIRECTORY.by_id))


@given(OFFICES, OFFICES)
def test_who_decides_is_above_both_and_the_same_for_both(a: int, b: int) -> None:
    superior = DIRECTORY.common_superior(a, b).id
    if 1 not in (a, b):  # above the topmost office there is nobody
        assert superior == DIRECTORY.common_superior(b, a).id
        assert DIRECTORY.is_above(superior, a)
        assert DIRECTORY.is_above(superior, b)


@given(OFFICES, OFFICES)
def test_of_two_offices_at_most_one_is_above(a: int, b: int) -> None:
    assert not (DIRECTORY.is_above(a, b) and DIRECTORY.is_above(b, a))
    assert not DIRECTORY.is_above(a, a)


def test_office_1_is_not_above_office_10_by_its_digits() -> None:
    other = Directory([office(1, "1/"), office(10, "10/"), office(11, "10/11/")])
    assert not other.is_above(1, 11)
