"""When cases may leave the town in a file. Pure: no Django, no clock."""

from datetime import datetime, timedelta
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Stage(StrEnum):
    """How far an export is."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    TAKEN = "taken"


MOST_CASES = 50  # in one file: enough for a meeting or a journey, too few for a list of a town's residents
MOST_A_DAY = 2  # that one office asks for
LASTS = timedelta(hours=24)
LONGEST_WHY = 500

NONE_THERE = gettext_noop("There is no such case in your office, so there is nothing to take out.")
TOO_MANY_CASES = gettext_noop(
    "That would be more than %(most)s cases. Nobody takes many residents out at once: please narrow it down."
)
TOO_MANY_TODAY = gettext_noop("Your office has asked for %(most)s exports today. Please come again tomorrow.")
DECIDED = gettext_noop("Somebody has decided on this export already.")
NOT_AGREED = gettext_noop("A second person has to agree first.")
TAKEN = gettext_noop("This file was taken out already. It can be taken once.")
RUN_OUT = gettext_noop("More than a day has gone by since it was agreed. Please ask again.")
REFUSED = gettext_noop("The second person has refused this export.")


def may_be_asked(cases: int, asked_today: int) -> Verdict:
    """Few cases, and few times a day."""
    if not cases:
        return Verdict(NONE_THERE)
    if cases > MOST_CASES:
        return Verdict(TOO_MANY_CASES, {"most": MOST_CASES})
    return YES if asked_today < MOST_A_DAY else Verdict(TOO_MANY_TODAY, {"most": MOST_A_DAY})


def may_be_decided(stage: Stage) -> Verdict:
    """Once."""
    return YES if stage is Stage.ASKED else Verdict(DECIDED)


def may_be_taken(stage: Stage, until: datetime | None, at: datetime) -> Verdict:
    """Once, within a day, and only if somebody else agreed."""
    if stage is Stage.AGREED:
        return YES if until is not None and at < until else Verdict(RUN_OUT)
    return Verdict({Stage.ASKED: NOT_AGREED, Stage.REFUSED: REFUSED}.get(stage, TAKEN))
