"""Which committee is proposed, and when a mediator could."""

from datetime import UTC, date, datetime

from yimen.mediation.committees.rules import Why, takes, why_proposed
from yimen.mediation.sittings.rules import free_times, is_free, may_offer


def test_why_a_committee_is_proposed() -> None:
    village, town = "/KS/KS01/V/", "/KS/"
    assert why_proposed(village, town, [], [], "") == [Why.NEAREST]
    assert why_proposed(village, "/KS/KS02/", [], [], "") == []
    assert why_proposed(village, "/KS/KS02/", ["/KS/KS01/"], [], "") == [Why.SERVES]
    assert why_proposed(village, town, [], ["land"], "land") == [Why.TYPE, Why.NEAREST]
    assert why_proposed(village, town, [], ["land"], "labour") == []
    assert takes([], "land")
    assert not takes(["labour"], "land")


def test_free_times_lie_in_the_hours_and_beside_what_is_taken() -> None:
    zone, hours = UTC, {"mon": [["09:00", "11:30"]]}
    at = datetime(2026, 3, 2, 9, 30, tzinfo=zone)
    days = [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9)]
    found = list(free_times(hours, days, 60, taken=[], at=at, zone=zone))
    assert [f"{one:%d %H:%M}" for one in found] == ["02 10:00", "09 09:00", "09 10:00"]
    taken = [(datetime(2026, 3, 9, 9, 59, tzinfo=zone), 15)]
    found = list(free_times(hours, days, 60, taken=taken, at=at, zone=zone))
    assert [f"{one:%d %H:%M}" for one in found] == ["02 10:00"]
    assert is_free(datetime(2026, 3, 9, 10, 14, tzinfo=zone), 60, taken)
    assert not is_free(datetime(2026, 3, 9, 10, 13, tzinfo=zone), 60, taken)
    assert not may_offer([])
    assert may_offer([at] * 9), "one time said nine times is one"
