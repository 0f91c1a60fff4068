"""More time."""

from datetime import date

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_time_is_given_only_by_all() -> None:
    talk = make_it.opened()
    until = date(2026, 4, 20)
    verbs.ask_time(by=talk.side(1), until=until, at=AT)
    assert (talk.row.due_on, talk.row.asks_until) == (date(2026, 4, 2), until)
    verbs.ask_time(by=talk.side(2), until=until, at=AT)
    assert (talk.row.due_on, talk.row.asks_until) == (until, None)


def test_a_month_at_most() -> None:
    talk = make_it.opened()
    with pytest.raises(Refused, match="a month at a time"):
        verbs.ask_time(by=talk.side(1), until=date(2026, 6, 1), at=AT)
