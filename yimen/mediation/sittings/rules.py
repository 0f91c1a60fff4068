"""Sessions and proposals. Pure: no Django, no clock."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


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


SHORTEST, LONGEST = 15, 8 * 60  # minutes
IN_THE_PAST = gettext_noop("Choose a time that is still to come.")
NOT_SO_LONG = gettext_noop("A session lasts between a quarter of an hour and eight hours.")
NOT_OWN = gettext_noop("Others answer a proposal, not whoever made it.")
ANSWERED = gettext_noop("This proposal has been answered.")


def may_plan(begins_at: datetime, minutes: int, at: datetime) -> Verdict:
    """May a session be planned for this time?"""
    if begins_at <= at:
        return Verdict(IN_THE_PAST)
    return YES if SHORTEST <= minutes <= LONGEST else Verdict(NOT_SO_LONG)


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
