"""The worker as it is: another process, on the same database."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from yimen.journal.models import Entry
from yimen.journal.record import record
from yimen.kernel.models import Chore
from yimen.schedule import SCHEDULE

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)


@pytest.mark.slow
def test_one_round_settles_the_journal_and_writes_down_when_each_line_is_next_due(beside: dict[str, str]) -> None:
    record("test.done", subject="test:1", by="clock", at=MONDAY)
    yimen = [sys.executable, "-m", "yimen.console", "worker", "--once"]
    subprocess.run(yimen, env=beside, check=True, timeout=60)
    assert not Entry.objects.filter(code="test.done", settled=False).exists()
    assert set(Chore.objects.values_list("name", flat=True)) == {line.name for line in SCHEDULE}
