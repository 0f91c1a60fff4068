"""When a court may be asked to confirm an agreement, and what it has said. Pure: no Django, no clock."""

from datetime import date, timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.agreements.rules import CONFIRM_WITHIN


class Court(StrEnum):
    """What became of the sides' joint application, as the mediator noted it; no court is linked."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


#: So long after the agreement is in force the sides are reminded once: a third of the time is left. No law says it.
REMIND_AFTER = timedelta(days=20)


def last_day(agreed_on: date) -> date:
    """The last day on which the sides may ask: the thirtieth, the day of the agreement itself not counted."""
    return agreed_on + CONFIRM_WITHIN


NO_AGREEMENT = gettext_noop("There is no agreement in force that a court could confirm.")
TOO_LATE = gettext_noop("The court had to be asked by %(last)s: within 30 days of the agreement.")
NOT_TO_COME = gettext_noop("Please choose a day between the agreement and today.")
NOT_ASKED = gettext_noop("Please note first on which day the court was asked.")
DECIDED = gettext_noop("It is noted already what the court has said.")


def may_note(court: Court, on: date, *, agreed_on: date | None, earlier: str, asked_on: date | None) -> Verdict:
    """May this be noted: first that the court was asked, in time; then once what it has said."""
    if agreed_on is None:
        return Verdict(NO_AGREEMENT)
    if earlier in (Court.CONFIRMED, Court.REFUSED):
        return Verdict(DECIDED)
    if court is Court.ASKED:
        late = Verdict(TOO_LATE, {"last": last_day(agreed_on)})
        return YES if on <= last_day(agreed_on) else late
    return YES if earlier == Court.ASKED and asked_on and asked_on <= on else Verdict(NOT_ASKED)


def is_day(on: date, *, agreed_on: date | None, today: date) -> Verdict:
    """Is this a day on which it can have been?"""
    return YES if agreed_on is None or agreed_on <= on <= today else Verdict(NOT_TO_COME)
