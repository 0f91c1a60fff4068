"""The administrator takes a local day back."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.models import LocalDay
from yimen.deadlines.verbs.clear_day import clear_local_day
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.rules import Operator, Resident

Now = Callable[[], dict[str, int]]
pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 8, tzinfo=UTC)
DAY = date(2026, 8, 5)


@pytest.fixture(autouse=True)
def _marked(now: Now) -> None:
    mark_local_day(by=Operator(), on=DAY, works=False, names={"en": "Horse Race Festival"}, at=AT)
    assert now()


def test_the_countrys_calendar_counts_again(now: Now) -> None:
    assert not calendar_for(now()["calendar"]).works(DAY)
    clear_local_day(by=Operator(), on=DAY, at=AT)
    assert calendar_for(now()["calendar"]).works(DAY)
    assert [e.code for e in history("calendar:local")] == ["calendar.changed", "calendar.changed"]


def test_a_day_that_is_not_marked_is_refused() -> None:
    clear_local_day(by=Operator(), on=DAY, at=AT)
    with pytest.raises(Refused, match="no day of its own on 2026-08-05"):
        clear_local_day(by=Operator(), on=DAY, at=AT)
    assert len(history("calendar:local")) == 2


def test_nobody_else_may() -> None:
    with pytest.raises(Refused, match="Only the administrator"):
        clear_local_day(by=Resident(1), on=DAY, at=AT)
    assert LocalDay.objects.exists()
