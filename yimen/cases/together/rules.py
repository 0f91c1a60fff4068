"""Whom an office may ask about a case, and what becomes of the question. Pure: no Django, no clock."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Role


class Whom(StrEnum):
    """Who is asked: another office for its part (协办), or somebody who opens no cases for their advice."""

    CO_HANDLER = "co_handler"
    AREA_LEAD = "area_lead"
    AREA_ADVISER = "area_adviser"
    LEGAL_ADVISER = "legal_adviser"


class Asked(StrEnum):
    """Where an enquiry stands."""

    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    RECALLED = "recalled"  # by the office that has the case, or because the case has ended


class Asides(StrEnum):
    """Where a recusal stands (回避)."""

    STANDS = "stands"  # this person sees nothing of the case
    ANSWERED = "answered"  # this person answered before the review: sees what comes of it, and no more
    WISHED = "wished"  # the resident asks that somebody else handles it
    DECIDED = "decided"  # the supervisor has answered that wish


class Asided(NamedTuple):
    """Who stands aside, as their supervisor reads it."""

    name: str
    at: datetime
    why: str


#: Roles that open no cases and can be asked. They see the question as the office worded it, and nothing of the case.
ADVISING: dict[Role, Whom] = {
    Role.AREA_LEAD: Whom.AREA_LEAD,
    Role.AREA_ADVISER: Whom.AREA_ADVISER,
    Role.LEGAL_ADVISER: Whom.LEGAL_ADVISER,
}
ENQUIRY_OVER = {
    Asked.ANSWERED: gettext_noop("This has been answered already."),
    Asked.DECLINED: gettext_noop("This has been declined already."),
    Asked.RECALLED: gettext_noop("The office that asked no longer needs this."),
}


def is_open(state: Asked) -> Verdict:
    """Does anybody still wait for an answer?"""
    return YES if state is Asked.ASKED else Verdict(ENQUIRY_OVER[state])
