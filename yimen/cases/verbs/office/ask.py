"""An office asks the resident something."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.giving import may_go_on
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.deadlines.terms import open_terms, pause_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def ask_resident(*, by: Acting, case: Case, question: str, at: datetime) -> None:
    """It is the resident's turn; the office's clock stands still meanwhile, where the procedure says so."""
    require(may(by, case, "ask"))
    require(may_go_on(case))
    question = needed(question, LONGEST_REMARK)
    town = the_town()
    terms = open_terms(case.ref)
    if town.catalogue.procedure(case.procedure_id).pauses:
        pause_terms(terms, on=day_of(at))
    move(case, "ask", terms=terms, at=at)
    say(case, question, kind=Message.Kind.QUESTION, about="case.asked", by=by, at=at)
    tell(case, "case-asked", town=town, at=at, question=question)
    record("case.asked", subject=case.ref, by=by.ref, at=at, office=case.office_id)
