"""Quarters, and which numbers everybody may read. Pure: no Django, no clock."""

from collections.abc import Mapping
from datetime import date, timedelta

from yimen.mediation.counted.rules import quarter_of
from yimen.supervision.rules import STEP_IN_PUBLIC

#: Of disputes, as of petitions, numbers below this are not shown. (Promise 9; a street lamp points to nobody.)
FEWEST = 10
#: A quarter is released so long after its end, when what happened in it has been noted; and never again.
SETTLES = timedelta(days=15)
QUARTERS = 4  # on one page


def before(quarter: date) -> date:
    """The quarter before this one."""
    return quarter_of(quarter - timedelta(days=1))


def after(quarter: date) -> date:
    """The quarter after this one."""
    return quarter_of(quarter + timedelta(days=100))


def last_quarters(today: date) -> list[date]:
    """The quarters of one year, the running one last."""
    found = [quarter_of(today)]
    while len(found) < QUARTERS:
        found.append(before(found[-1]))
    return found[::-1]


def released(cells: Mapping[str, int]) -> dict[str, int | None]:
    """One table for everybody: its cells rounded to five, and nothing (``None``) where too few stand behind a number.

    Where one cell alone were hidden, its number would be the total less the others: then the smallest of the others
    is hidden too, until at least two are, with at least :data:`FEWEST` behind them together. If all of it is fewer
    than that, nothing is shown, zeros neither: they would say of which kind those few were.
    """
    if sum(cells.values()) < FEWEST:
        return dict.fromkeys(cells)
    hidden = {name for name, number in cells.items() if 0 < number < FEWEST}
    shown = sorted((number, name) for name, number in cells.items() if number >= FEWEST)
    while hidden and (len(hidden) < 2 or sum(cells[name] for name in hidden) < FEWEST) and shown:
        hidden.add(shown.pop(0)[1])
    return {name: None if name in hidden else _rounded(number) for name, number in cells.items()}


def _rounded(number: int) -> int:
    return STEP_IN_PUBLIC * round(number / STEP_IN_PUBLIC)
