"""A resident is told that another door fits better."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import make
from yimen.intake.channels.web import NEWCOMER
from yimen.intake.verbs import tell_door
from yimen.journal.models import Entry

pytestmark = pytest.mark.django_db


def test_nothing_but_a_count_is_kept(sql: Callable[..., Any]) -> None:
    with sql(at_most=1):
        tell_door(by=NEWCOMER, door="emergency-110", at=make.MONDAY)
    entry = Entry.objects.get()
    assert (entry.code, entry.subject, entry.by) == ("door.told", "door:emergency-110", "resident")
    assert entry.facts == {"door": "emergency-110"}


def test_a_long_code_still_counts() -> None:
    tell_door(by=NEWCOMER, door="d" * 60, at=make.MONDAY)
    assert Entry.objects.get().facts == {"door": "d" * 60}
