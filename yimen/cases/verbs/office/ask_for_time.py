"""A handler asks for more time."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import HANDLE
from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say
from yimen.cases.verbs.office.extend import NO_TERM
from yimen.deadlines.terms import may_extend_term, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town

ASKED_ALREADY = gettext_noop("More time was asked for already; the head of the office decides.")


@transaction.atomic
def ask_for_time(*, by: Acting, case: Case, reason: str, at: datetime) -> None:
    """The head of the office decides on it (信访工作条例 art. 34); until then the date stays where it is."""
    require(may(by, case, "ask_for_time"))
    reason = needed(reason, LONGEST_REMARK)
    terms = open_terms(case.ref)
    term = next((t for t in terms if t.stage == HANDLE), None)
    if term is None:
        raise Refused(NO_TERM)
    require(may_extend_term(term, day_of(at), editions=the_town().editions))
    if case.asks_time:
        raise Refused(ASKED_ALREADY)
    move(case, "ask_for_time", terms=terms, at=at, asks_time=True)
    say(case, reason, kind=Message.Kind.REASON, about="case.time_asked", by=by, at=at)
    record("case.time_asked", subject=case.ref, by=by.ref, at=at, office=case.office_id)
