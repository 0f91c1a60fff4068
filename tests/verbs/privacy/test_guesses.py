"""Wrong receipts are counted and stopped; right ones leave no trace; the address is soon unknown."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connections, transaction
from pytest_django.fixtures import Settings

from tests.verbs.notifications.mail_servers import together
from yimen.privacy import guesses
from yimen.privacy.guesses import count_wrong, hashed, may_guess, sweep_guesses
from yimen.privacy.models import Guess
from yimen.privacy.rules import MOST_WRONG, MOST_WRONG_IN_ALL

MONDAY = datetime(2026, 8, 3, 2, 10, tzinfo=UTC)
HERE, THERE = "203.0.113.7", "198.51.100.9"
pytestmark = pytest.mark.django_db


def test_asking_is_one_statement_and_writes_nothing(sql: Callable[..., Any]) -> None:
    with sql(at_most=1) as statements:
        assert may_guess(HERE, MONDAY)
    assert statements[0].startswith("SELECT")
    assert not Guess.objects.exists()


def test_after_twenty_wrong_ones_this_address_has_to_wait_an_hour_and_others_have_not() -> None:
    for _ in range(MOST_WRONG):
        assert may_guess(HERE, MONDAY)
        count_wrong(HERE, MONDAY + timedelta(minutes=5))
    refusal = may_guess(HERE, MONDAY + timedelta(minutes=49))
    assert "Please try again in an hour" in refusal.reason
    assert may_guess(THERE, MONDAY)
    assert may_guess(HERE, MONDAY + timedelta(minutes=50))
    assert [guess.count for guess in Guess.objects.all()] == [MOST_WRONG]


def test_many_addresses_that_guess_together_are_stopped_and_residents_are_not() -> None:
    Guess.objects.bulk_create(
        Guess(address=hashed(f"10.0.{n}.1", MONDAY), hour=MONDAY.replace(minute=0), count=10)
        for n in range(MOST_WRONG_IN_ALL // 10)
    )
    assert not may_guess("10.0.3.1", MONDAY)
    assert may_guess(HERE, MONDAY)
    count_wrong(HERE, MONDAY)
    assert not may_guess(HERE, MONDAY)
    assert may_guess("10.0.3.1", MONDAY + timedelta(hours=1))


def test_counting_on_is_one_statement(sql: Callable[..., Any]) -> None:
    with sql(at_most=3):
        count_wrong(HERE, MONDAY)
    with sql(at_most=1):
        count_wrong(HERE, MONDAY)
    assert Guess.objects.get().count == 2


def test_a_telephone_cannot_change_its_address_away() -> None:
    assert hashed("2001:db8:1:2::1", MONDAY) == hashed("2001:db8:1:2:ffff::9", MONDAY)
    assert hashed("2001:db8:1:2::1", MONDAY) != hashed("2001:db8:1:3::1", MONDAY)
    assert hashed(f"::ffff:{HERE}", MONDAY) == hashed(HERE, MONDAY)
    assert hashed("made up", MONDAY) == hashed("", MONDAY) != hashed(HERE, MONDAY)


def test_the_address_is_another_one_tomorrow_and_in_another_town(settings: Settings) -> None:
    today = hashed(HERE, MONDAY)
    assert len(today) == 16
    assert today == hashed(HERE, MONDAY + timedelta(hours=3))
    assert today != hashed(HERE, MONDAY + timedelta(days=1))
    settings.SECRET_KEY = "another town"
    assert today != hashed(HERE, MONDAY)


def test_counts_are_forgotten_after_two_days() -> None:
    for days in (0, 1, 2, 3):
        count_wrong(HERE, MONDAY - timedelta(days=days))
    assert sweep_guesses(MONDAY) == 2
    assert sorted((MONDAY - guess.hour).days for guess in Guess.objects.all()) == [0, 1]


def test_an_address_has_one_row_an_hour() -> None:
    """guess_counted_once_per_hour."""
    count_wrong(HERE, MONDAY)
    row = Guess.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Guess.objects.create(address=bytes(row.address), hour=row.hour)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_are_both_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    start, truly, found = together(4), guesses._counted, []

    def all_find_no_row_yet(key: dict[str, object]) -> int:
        count = truly(key)
        found.append(count)
        if len(found) <= 4:
            start.wait()
        return count

    def wrong() -> None:
        try:
            count_wrong(HERE, MONDAY)
        finally:
            connections.close_all()

    monkeypatch.setattr(guesses, "_counted", all_find_no_row_yet)
    with ThreadPoolExecutor(4) as pool:
        for each in [pool.submit(wrong) for _ in range(4)]:
            each.result()
    assert found[:4] == [0, 0, 0, 0]
    assert Guess.objects.get().count == 4
