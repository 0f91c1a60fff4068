"""Leave, and which days go together. Pure: no Django, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yimen.kernel.verdict import YES, Verdict, gettext_noop

LONGEST_DAYS = 400
BACKWARDS = gettext_noop("The last day is before the first.")
PAST = gettext_noop("Leave begins today or later. What was done from the post until now stays so.")
TOO_LONG = gettext_noop("Leave of more than 400 days is a post that somebody else should hold.")
YOURSELF = gettext_noop("Nobody stands in for themselves.")
AWAY_ALREADY = gettext_noop("They are on leave on some of these days already. End that leave first.")
STAND_IN_AWAY = gettext_noop("Whoever shall stand in is on leave on some of these days. Choose somebody else.")
STANDS_IN = gettext_noop(
    "They stand in for somebody else on some of these days. Choose somebody else there first, or other days."
)


@dataclass(frozen=True)
class Leave:
    """Somebody is away from a post from a day up to, not including, another; somebody stands in."""

    post_id: int
    staff_id: int
    stand_in_id: int
    from_on: date
    until_on: date

    def meets(self, other: "Leave") -> bool:
        """Whether they have a day in common."""
        return self.from_on < other.until_on and other.from_on < self.until_on


def may_be_away(wanted: Leave, others: Iterable[Leave], today: date) -> Verdict:
    """Whether these days go together with all other leave.

    Whoever stands in is there, and nobody who stands in goes away: so there are no circles and no chains.
    """
    days = _may_be_days(wanted, today)
    if not days:
        return days
    if wanted.stand_in_id == wanted.staff_id:
        return Verdict(YOURSELF)
    for other in others:
        if other.meets(wanted) and (reason := _hinders(wanted, other)):
            return Verdict(reason)
    return YES


def _may_be_days(wanted: Leave, today: date) -> Verdict:
    if wanted.until_on <= wanted.from_on:
        return Verdict(BACKWARDS)
    if wanted.from_on < today:
        return Verdict(PAST)
    return Verdict(TOO_LONG) if (wanted.until_on - wanted.from_on).days > LONGEST_DAYS else YES


def _hinders(wanted: Leave, other: Leave) -> str:
    """Why one leave can't be beside the other on the same day; empty if it can."""
    if other.post_id == wanted.post_id:
        return AWAY_ALREADY
    if other.staff_id == wanted.stand_in_id:
        return STAND_IN_AWAY
    return STANDS_IN if other.stand_in_id == wanted.staff_id else ""
