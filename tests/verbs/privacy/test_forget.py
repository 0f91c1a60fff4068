"""Retention is carried out and proved."""

from datetime import UTC, datetime

from yimen.journal.record import history
from yimen.kernel.forgetting import Rule
from yimen.people.rules import Clock
from yimen.privacy.verbs.forget import forget_old

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)


def test_the_journal_says_how_many_rows_are_no_more(db: None) -> None:
    given: list[datetime] = []

    def forget(at: datetime) -> int:
        given.append(at)
        return 7

    assert forget_old(by=Clock(), rule=Rule("test.rows", "Rows are forgotten.", forget), at=MONDAY) == 7
    (entry,) = history("retention:test.rows")
    assert (given, entry.code, entry.by, entry.facts) == ([MONDAY], "retention.carried_out", "clock", {"count": 7})
