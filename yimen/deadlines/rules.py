"""Counting: until which day a limit runs, and why that day. Pure: no Django, no clock.

The law of the Chinese pack is the Civil Code (民法典) 200–203: the day of the start is not counted; a period of
months ends on the corresponding day, or on the month's last day; a last day that is a rest day moves to the next
day that is not. A working day is any day that is neither weekend nor holiday, and any make-up day (调休).
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol, cast

from yimen.kernel.verdict import YES, Verdict, gettext_noop

Unit = Literal["d", "wd", "m"]  # days, working days, months
UNITS = ("d", "wd", "m")
LONGEST_LIMIT = 366  # days, working days or months: more is a slip of the pen
LONGEST_LAW = 200
#: Why a day rests or works: a code ("weekend", "CN:National Day", "make-up"), or a local day's own names.
Name = str | Mapping[str, str]
#: One step of an explanation, as plain codes that JSON can hold; ``words`` turns them into a sentence.
Step = dict[str, str | int | dict[str, str]]


class Calendar(Protocol):
    """Which days a country and its town work."""

    @property
    def known_until(self) -> date:
        """The last day whose rest days have been published; everything later is provisional."""

    def works(self, day: date) -> bool:
        """Whether offices work on this day."""

    def name(self, day: date) -> Name:
        """Why this day rests, or works although it would rest; empty for an ordinary working day."""

    def working_day_after(self, day: date, number: int) -> date:
        """The so-manieth working day after this day (which is not counted)."""

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days come after the first day, up to and with the second."""

    def exceptions(self, after: date, until: date) -> list[Step]:
        """The holidays left out and the make-up days counted after the first day, up to the second."""


@dataclass(frozen=True, slots=True)
class Span:
    """How long: a limit's length, and what has been added to it since."""

    length: int
    unit: Unit
    extra: int = 0  # the extension, if one was granted
    extra_unit: Unit = "d"
    paused: int = 0  # how long the clock stood still: working days where the limit counts those, else days
    heard: int = 0  # how long a hearing took, which is not counted either; in the same unit
    mediated: int = 0  # how long the two sides were in mediation; in the same unit
    rolls: bool = True
    law: str = ""

    @property
    def pause_unit(self) -> Unit:
        return "wd" if self.unit == "wd" else "d"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The last day, the steps that lead to it, and whether the calendar for it is still unpublished."""

    due_on: date
    steps: tuple[Step, ...]
    is_provisional: bool


def count(start: date, length: int, unit: Unit, *, calendar: Calendar, rolls: bool = True) -> Reckoning:
    """The last day of so many days, working days or months from this day."""
    return reckon(start, Span(length, unit, rolls=rolls), calendar)


def reckon(start: date, span: Span, calendar: Calendar) -> Reckoning:
    """The last day of this span from this day.

    An extension is counted from where the first period really ended, before it rolled past any rest day: 60 and 30
    days are 90 days from the start and never more (延长期限不得超过30日: 信访工作条例 34). Days on which the clock
    stood still move that end by as many days; only the final end rolls (民法典 203).
    """
    if span.length < 1:
        msg = "a limit has a length of at least one"
        raise ValueError(msg)
    if span.extra and span.extra_unit == span.unit:
        end = _forward(start, span.length + span.extra, span.unit, calendar)
    else:
        end = _forward(start, span.length, span.unit, calendar)
        end = _forward(end, span.extra, span.extra_unit, calendar)
    end = _forward(end, span.paused + span.heard + span.mediated, span.pause_unit, calendar)
    due = end if not span.rolls or calendar.works(end) else calendar.working_day_after(end, 1)
    by_calendar = span.rolls or span.unit == "wd" or (span.extra > 0 and span.extra_unit == "wd")
    is_provisional = by_calendar and due > calendar.known_until
    return Reckoning(due, tuple(_steps(start, end, due, span, calendar, is_provisional)), is_provisional)


def _steps(  # noqa: PLR0917 – all that is known of one reckoning, for its explanation only
    start: date,
    end: date,
    due: date,
    span: Span,
    calendar: Calendar,
    is_provisional: bool,  # noqa: FBT001
) -> Iterator[Step]:
    yield {"k": "from", "on": start.isoformat()}
    yield {"k": "length", "n": span.length, "u": span.unit}
    if span.extra:
        yield {"k": "extended", "n": span.extra, "u": span.extra_unit}
    if span.paused:
        yield {"k": "paused", "n": span.paused, "u": span.pause_unit}
    if span.heard:
        yield {"k": "heard", "n": span.heard, "u": span.pause_unit}
    if span.mediated:
        yield {"k": "mediated", "n": span.mediated, "u": span.pause_unit}
    if span.unit == "wd":
        yield from calendar.exceptions(start, end)
    yield from _end_steps(end, due, span, calendar)
    if is_provisional:
        yield {"k": "provisional", "until": calendar.known_until.isoformat()}
    if span.law:
        yield {"k": "law", "text": span.law}


def _forward(start: date, number: int, unit: Unit, calendar: Calendar) -> date:
    if not number:
        return start
    if unit == "d":
        return start + timedelta(days=number)
    if unit == "wd":
        return calendar.working_day_after(start, number)
    return months_later(start, number)


def months_later(start: date, number: int) -> date:
    """The corresponding day in so many months, or that month's last (民法典 202); never after year 9999."""
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _end_steps(end: date, due: date, span: Span, calendar: Calendar) -> list[Step]:
    if span.unit == "wd" and due == end:
        return []  # told already among the days that were left out
    why = calendar.name(end)
    if not why or not span.rolls:
        return []
    if due == end:
        return [{"k": "works", "on": end.isoformat(), "why": plain(why)}]
    falls: Step = {"k": "falls", "on": end.isoformat(), "why": plain(why)}
    return [falls, {"k": "rolls", "on": due.isoformat()}]


def plain(name: Name) -> str | dict[str, str]:
    """The name as JSON can hold it."""
    return name if isinstance(name, str) else dict(name)


def span_from(steps: Iterable[Step], *, rolls: bool) -> Span:
    """The span that these steps explain: a term keeps the length it was promised when the pack changes later."""
    by_kind = {str(step["k"]): step for step in steps}
    length, extended = by_kind["length"], by_kind.get("extended", {})
    paused, heard, mediated = (by_kind.get(kind, {}) for kind in ("paused", "heard", "mediated"))
    return Span(
        length=cast("int", length["n"]),
        unit=cast("Unit", length["u"]),
        extra=cast("int", extended.get("n", 0)),
        extra_unit=cast("Unit", extended.get("u", "d")),
        paused=cast("int", paused.get("n", 0)),
        heard=cast("int", heard.get("n", 0)),
        mediated=cast("int", mediated.get("n", 0)),
        rolls=rolls,
        law=str(by_kind.get("law", {}).get("text", "")),
    )


def stood_still(paused_on: date, resumed_on: date, unit: Unit, calendar: Calendar) -> int:
    """How long the clock stood: the day of the pause has still run, the day it goes on has not."""
    if resumed_on <= paused_on:
        return 0
    if unit == "wd":
        return calendar.working_days_between(paused_on, resumed_on)
    return (resumed_on - paused_on).days


def may_extend(*, extra: int, is_extended: bool, is_open: bool, last_on: date, on: date) -> Verdict:
    """Once, if the limit has an extension at all, and before the last day is over: no lateness is undone."""
    if not is_open:
        return Verdict(gettext_noop("This period has already ended."))
    if not extra:
        return Verdict(gettext_noop("The law knows no extension of this period."))
    if is_extended:
        return Verdict(gettext_noop("This period has been extended once already; it can't be extended again."))
    if on > last_on:
        return Verdict(
            gettext_noop("The last day was %(day)s. A period can only be extended before it ends."),
            {"day": last_on},
        )
    return YES


def may_be_a_limit(*, length: int, unit: str, extra_length: int, extra_unit: str, law: str) -> Verdict:
    """A limit has a length, perhaps one extension, and a law or rule that says so; whoever made it."""
    if not (1 <= length <= LONGEST_LIMIT and 0 <= extra_length <= LONGEST_LIMIT):
        return Verdict(gettext_noop("A limit has 1 to %(most)s days or months."), {"most": LONGEST_LIMIT})
    if unit not in UNITS or (extra_length and extra_unit not in UNITS):
        return Verdict(gettext_noop("Please say what is counted: days, working days or months."))
    if not law.strip() or len(law) > LONGEST_LAW:
        return Verdict(
            gettext_noop("Please name the law or rule, in %(most)s characters at most."), {"most": LONGEST_LAW}
        )
    return YES
