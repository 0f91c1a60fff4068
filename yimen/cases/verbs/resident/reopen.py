"""A resident opens a case again."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import handle_term, save_terms
from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import may_reopen_now
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def reopen_case(*, by: Resident, case: Case, why: str, at: datetime) -> None:
    """The answer was not enough: the office has the case again, with a new date."""
    town = the_town()
    require(may(by, case, "reopen"))
    require(may_reopen_now(case, town, at))
    why = needed(why, LONGEST_REMARK)
    terms = save_terms(case.ref, [handle_term(case, town=town, at=at)])
    move(case, "reopen", terms=terms, returned=True, at=at, reopened=case.reopened + 1)
    say(case, why, kind=Message.Kind.REASON, about="case.reopened", by=by, at=at)
    tell(case, "case-reopened", town=town, at=at, term=terms[0])
    record("case.reopened", subject=case.ref, by=by.ref, at=at, office=case.office_id)
