"""An office sends a resident to another door."""

from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town

UNKNOWN_DOOR = gettext_noop("This door is not in our list. Please choose another.")


@transaction.atomic
def refer_case(*, by: Acting, case: Case, door: str, why: str, at: datetime) -> None:
    """The matter belongs to a court, an arbitration board or another body: the resident is told which, and why."""
    require(may(by, case, "refer"))
    town = the_town()
    there = town.catalogue.doors.get(door)
    if there is None:
        raise Refused(UNKNOWN_DOOR)
    why = needed(why, LONGEST_REMARK)
    end_terms(open_terms(case.ref), on=day_of(at), met=True)
    move(case, "refer", at=at)
    recall_open(case, at=at)
    say(case, why, kind=Message.Kind.REASON, about="case.referred", by=by, at=at)
    tell(
        case,
        "case-referred",
        town=town,
        at=at,
        door=partial(name_in, there.names),
        why=why,
        door_telephone=there.telephone or "–",
    )
    record("case.referred", subject=case.ref, by=by.ref, at=at, office=case.office_id, door=door)
