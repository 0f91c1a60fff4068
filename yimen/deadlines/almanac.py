"""A calendar as a table: every question about a day or a number of working days is a look at one place."""

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import accumulate

from yimen.deadlines.rules import Name, Step, plain
from yimen.kernel.verdict import Refused, gettext_noop

#: What the table covers: the oldest requests that a town may still import, and two generations ahead.
FIRST, LAST = date(1970, 1, 1), date(2069, 12, 31)
_BASE, _SIZE = FIRST.toordinal(), LAST.toordinal() - FIRST.toordinal() + 1
_WEEK, SATURDAY_SUNDAY = 7, frozenset({5, 6})
TOO_FAR = gettext_noop("Dates can only be counted between the years %(first)s and %(last)s.")
WEEKEND, MAKE_UP = "weekend", "make-up"


class Almanac:
    """Which days work, by weekends, holidays and make-up days; a :class:`rules.Calendar`.

    ``whole_stretch``: the country announces a holiday together with the weekend beside it (China's 放假, which moves
    working days about), so that weekend carries the holiday's name.
    """

    def __init__(
        self,
        holidays: Mapping[date, Name],
        working: Mapping[date, Name],
        *,
        known_until: date,
        weekend: AbstractSet[int] = SATURDAY_SUNDAY,
        whole_stretch: bool = False,
    ) -> None:
        self.known_until = known_until
        self._names: dict[int, Name] = {}
        resting = bytearray((_BASE + i - 1) % _WEEK in weekend for i in range(_SIZE))
        for marks, rests in ((holidays, 1), (working, 0)):
            for day, name in marks.items():
                if FIRST <= day <= LAST:
                    resting[day.toordinal() - _BASE] = rests
                    self._names[day.toordinal() - _BASE] = name
        self._resting = bytes(resting)
        self._working = array("i", (i for i, rests in enumerate(resting) if not rests))
        self._until = array("i", accumulate(1 - rests for rests in resting))  # working days up to and with each day
        self._stretches = self._find_stretches(whole_stretch=whole_stretch)
        self._ends = [last for _, last, _, _ in self._stretches]

    def works(self, day: date) -> bool:
        """Whether offices work on this day."""
        return not self._resting[_at(day)]

    def name(self, day: date) -> Name:
        """Why this day rests, or works although it would rest; empty for an ordinary working day."""
        i = _at(day)
        return self._names.get(i) or (WEEKEND if self._resting[i] else "")

    def working_day_after(self, day: date, number: int) -> date:
        """The so-manieth working day after this day (which is not counted)."""
        try:
            return date.fromordinal(_BASE + self._working[self._until[_at(day)] + number - 1])
        except IndexError:
            raise _too_far() from None

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days come after the first day, up to and with the second."""
        return self._until[_at(until)] - self._until[_at(after)]

    def exceptions(self, after: date, until: date) -> list[Step]:
        """The holidays left out and the make-up days counted after the first day, up to the second."""
        start, end = _at(after), _at(until)
        steps: list[Step] = []
        for first, last, rests, name in self._stretches[bisect_right(self._ends, start) :]:
            if first > end:
                break
            on = _on(max(first, start + 1))
            if rests:
                steps.append({"k": "rests", "from": on, "until": _on(min(last, end)), "name": plain(name)})
            else:
                steps.append({"k": "works", "on": on, "why": plain(name)})
        return steps

    def _find_stretches(self, *, whole_stretch: bool) -> list[tuple[int, int, bool, Name]]:
        """All holidays and make-up days as (first, last, rests?, name), in order."""
        found: list[tuple[int, int, bool, Name]] = []
        reached = -1
        for i in sorted(self._names):
            if i <= reached:
                continue
            if not self._resting[i]:
                found.append((i, i, False, self._names[i]))
                continue
            first, last = self._around(i)
            reached = last
            if not whole_stretch:
                while first not in self._names:
                    first += 1
                while last not in self._names:
                    last -= 1
            found.append((first, last, True, self._name_stretch(first, last)))
        return found

    def _around(self, i: int) -> tuple[int, int]:
        """The unbroken stretch of rest days that this one is part of."""
        first = last = i
        while first > 0 and self._resting[first - 1]:
            first -= 1
        while last < _SIZE - 1 and self._resting[last + 1]:
            last += 1
        return first, last

    def _name_stretch(self, first: int, last: int) -> Name:
        """Say which name most of these days have, and give it to those that have none of their own."""
        known = [self._names[i] for i in range(first, last + 1) if self._names.get(i)]
        name: Name = max(known, key=known.count) if known else WEEKEND
        for i in range(first, last + 1):
            self._names[i] = self._names.get(i) or name
        return name


def check_day(day: date) -> None:
    """Refuse a day that no calendar here reaches."""
    _at(day)


def _at(day: date) -> int:
    i = day.toordinal() - _BASE
    if not 0 <= i < _SIZE:
        raise _too_far()
    return i


def _on(i: int) -> str:
    return date.fromordinal(_BASE + i).isoformat()


def _too_far() -> Refused:
    return Refused(TOO_FAR, first=FIRST.year, last=LAST.year)
