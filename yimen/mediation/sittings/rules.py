"""Sessions and proposals. Pure: no Django, no clock."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import WEEKDAYS, Hours, times_of


class Form(StrEnum):
    """How a session is held."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


class Planned(StrEnum):
    """What has become of a session."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Offered(StrEnum):
    """What has become of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


AN_HOUR = 60
SHORTEST, LONGEST = 15, 8 * 60  # minutes
YES_SUITS, NO_SUITS = "yes", "not"  # what a side says of an offered time: sealed, one is as long as the other
MOST_TIMES = 6  # that are offered at once: more than that nobody reads through
BUSY = gettext_noop("You have another session at this time.")
NOT_SO_MANY = gettext_noop("Please offer at least one time, and not more than %(most)s.")
NOTHING_OFFERED = gettext_noop("These times are no longer offered, or a session is planned. Please look again.")
IN_THE_PAST = gettext_noop("Choose a time that is still to come.")
FARTHEST = timedelta(days=366)
TOO_FAR = gettext_noop("Choose a time within the next year.")
NOT_SO_LONG = gettext_noop("A session lasts between a quarter of an hour and eight hours.")
NOT_OWN = gettext_noop("Others answer a proposal, not whoever made it.")
ANSWERED = gettext_noop("This proposal has been answered.")


Taken = tuple[datetime, int]  # when a session of the same mediator begins, and its minutes


def may_plan(begins_at: datetime, minutes: int, at: datetime) -> Verdict:
    """Could a session be planned for this time at all? To be asked before anything is reckoned with what was typed."""
    if begins_at <= at:
        return Verdict(IN_THE_PAST)
    if begins_at > at + FARTHEST:
        return Verdict(TOO_FAR)
    return YES if SHORTEST <= minutes <= LONGEST else Verdict(NOT_SO_LONG)


def is_free(begins_at: datetime, minutes: int, taken: Iterable[Taken]) -> Verdict:
    """Does the mediator sit in no other session then?"""
    ends_at = begins_at + timedelta(minutes=minutes)
    overlaps = any(begins_at < at + timedelta(minutes=long) and at < ends_at for at, long in taken)
    return Verdict(BUSY) if overlaps else YES


def free_times(
    hours: Hours, days: Iterable[date], minutes: int, *, taken: Collection[Taken], at: datetime, zone: tzinfo
) -> Iterator[datetime]:
    """The beginnings on these days that lie in the mediator's hours, are still to come, and are not taken."""
    for day in days:
        for begins in times_of(hours.get(WEEKDAYS[day.weekday()], []), minutes):
            when = datetime.combine(day, begins, zone)
            if may_plan(when, minutes, at) and is_free(when, minutes, taken):
                yield when


def may_offer(times: Collection[datetime]) -> Verdict:
    """May so many times be offered at once?"""
    return YES if 0 < len(set(times)) <= MOST_TIMES else Verdict(NOT_SO_MANY, {"most": MOST_TIMES})


def may_answer(state: Offered, by_side: int, side: int) -> Verdict:
    """May this side answer the proposal?"""
    if state is not Offered.OPEN:
        return Verdict(ANSWERED)
    return Verdict(NOT_OWN) if by_side == side else YES


def after_answer(by_side: int, accepted: Collection[int], sides: Collection[int], *, accepts: bool) -> Offered:
    """What becomes of a proposal: one no declines it, and it is accepted when all others have said yes."""
    if not accepts:
        return Offered.DECLINED
    return Offered.ACCEPTED if set(sides) - {by_side} <= set(accepted) else Offered.OPEN
