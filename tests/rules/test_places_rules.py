"""What a place may be."""

import pytest

from yimen.places.rules import LEVELS, Imported, PlannedPlace, may_be


@pytest.mark.parametrize("at", range(1, len(LEVELS)))
def test_a_place_may_be_in_any_wider_one(at: int) -> None:
    for above in LEVELS[:at]:
        assert may_be(PlannedPlace("X1", LEVELS[at], "P"), above, None)


@pytest.mark.parametrize("at", range(1, len(LEVELS)))
def test_a_place_may_not_be_in_one_of_its_own_width_or_narrower(at: int) -> None:
    for above in LEVELS[at:]:
        assert "can't be inside P" in str(may_be(PlannedPlace("X1", LEVELS[at], "P"), above, None))


def test_only_a_town_has_no_parent() -> None:
    assert may_be(PlannedPlace("T", "town"), None, None)
    assert "has no parent" in str(may_be(PlannedPlace("T", "town", "P"), "town", None))
    assert "no place –" in str(may_be(PlannedPlace("A", "area"), None, None))
    assert "no place NO" in str(may_be(PlannedPlace("A", "area", "NO"), None, None))


@pytest.mark.parametrize("code", ["", "a b", "a/b", "-a", "x" * 33, "片区", "a\n"])
def test_what_would_break_a_path_or_the_journal_is_no_code(code: str) -> None:
    assert "can't be a code" in str(may_be(PlannedPlace(code, "town"), None, None))


def test_a_place_keeps_its_level() -> None:
    assert may_be(PlannedPlace("A", "area", "T"), "town", "area")
    assert "is of level “village” already" in str(may_be(PlannedPlace("A", "area", "T"), "town", "village"))
    assert "no level" in str(may_be(PlannedPlace("A", "county", "T"), "town", None))


def test_an_import_knows_whether_it_did_anything() -> None:
    assert Imported(areas=3).nothing_changed
    assert not Imported(areas=3, ended=1).nothing_changed
