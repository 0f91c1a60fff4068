"""The ladder: on which day a case climbs which rung. Pure: no Django, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from yimen.deadlines.rules import Calendar


class When(StrEnum):
    """What a rung's day is counted from."""

    SHARE = "share"  # so many hundredths of the time are used up
    LAST = "last"  # the last working day
    AFTER = "after"  # so many working days after the last day


class Does(StrEnum):
    """What happens on a rung. Each one includes those before it."""

    REMIND = "remind"  # the office that holds the case is reminded
    TELL = "tell_supervisor"  # its supervisor is told
    INSPECT = "inspection_list"  # it stands on the list of the supervisors of the offices above
    COUNT = "public_count"  # it is counted in public: how many, never which


#: When cases climb, every working day: before the offices open.
ROUND_AT = time(6, 30)
#: How far each one reaches; a list shows what has reached it and all beyond.
REACH = {does: number for number, does in enumerate(Does, 1)}


@dataclass(frozen=True)
class RungFacts:
    """One rung, as a pack offers it."""

    code: str
    when: When
    number: int  # hundredths, or working days; 0 for the last working day
    does: Does
    names: Mapping[str, str]


Ladder = Sequence[RungFacts]


@dataclass(frozen=True)
class Running:
    """A term as the ladder sees it: from when, until when, and how long its clock stood still."""

    from_on: date
    due_on: date
    paused_days: int = 0
    in_working_days: bool = False


def day_of_rung(rung: RungFacts, term: Running, calendar: Calendar) -> date:
    """The day on which a case climbs this rung: always a working day, for on rest days nobody could act on it."""
    if rung.when is When.AFTER:
        return calendar.working_day_after(term.due_on, rung.number)
    last = _last_working_day(term, calendar)
    if rung.when is When.LAST:
        return last
    return min(_day_of_share(rung.number, term, calendar), last)


def _last_working_day(term: Running, calendar: Calendar) -> date:
    """The last day, or the working day before it; for a term without any, the next one."""
    number = calendar.working_days_between(term.from_on, term.due_on)
    return calendar.working_day_after(term.from_on, max(number, 1))


def _day_of_share(percent: int, term: Running, calendar: Calendar) -> date:
    """When so many hundredths of the days that the office really had are used up; the resident's turn is left out."""
    if term.in_working_days:
        had = calendar.working_days_between(term.from_on, term.due_on) - term.paused_days
        return calendar.working_day_after(term.from_on, max(_share(had, percent) + term.paused_days, 1))
    had = (term.due_on - term.from_on).days - term.paused_days
    day = term.from_on + timedelta(days=max(_share(had, percent) + term.paused_days, 1))
    return day if calendar.works(day) else calendar.working_day_after(day, 1)


def _share(days: int, percent: int) -> int:
    """So many hundredths of these days, rounded up: a day that has begun is used."""
    return -(-max(days, 0) * percent // 100)


def rung_on(ladder: Ladder, term: Running, on: date, calendar: Calendar) -> int:
    """The number of the highest rung that is reached on this day, from 1; 0 before the first one.

    A machine that was off comes back to the rung where the case should stand; those between are not climbed later.
    """
    reached = [n for n, rung in enumerate(ladder, 1) if day_of_rung(rung, term, calendar) <= on]
    return max(reached, default=0)


def next_rung(
    ladder: Ladder, standing: int, term: Running, calendar: Calendar, *, after: date | None = None
) -> tuple[RungFacts, date] | None:
    """What happens next if the date is not met, and on which day.

    ``after`` is the day whose round is over. A rung whose day went by before the case was on its way (it was accepted
    late, its date was moved) comes with the next round, and as high as it should stand then.
    """
    coming = [(day_of_rung(rung, term, calendar), n, rung) for n, rung in enumerate(ladder, 1) if n > standing]
    if not coming:
        return None
    first = min(day for day, _, _ in coming)
    if after is not None and first <= after:
        first = calendar.working_day_after(after, 1)
    _, _, rung = max((each for each in coming if each[0] <= first), key=lambda each: each[1])
    return rung, first


STEP_IN_PUBLIC = 5


def shown_in_public(number: int, below: int) -> int | None:
    """A public number: rounded to five, and nothing where it is smaller than what may be shown (promise 9)."""
    return None if number < below else STEP_IN_PUBLIC * round(number / STEP_IN_PUBLIC)
