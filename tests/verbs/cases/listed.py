"""Who asks for which list, for the tests of lists."""

from datetime import date
from typing import Any

from tests import make
from yimen.cases.lists import Asked, Wanted, Which
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting

TODAY = day_of(make.MONDAY)


def asked(acting: Acting, which: Which, on: date = TODAY, **narrowed: Any) -> Asked:  # noqa: ANN401 – any filter
    """Who asks for which list."""
    return Asked(acting, Wanted(which, **narrowed), make.town(), on)
