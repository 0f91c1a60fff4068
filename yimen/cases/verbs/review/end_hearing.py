"""A hearing ends."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import HANDLE
from yimen.cases.models import Case, Message, Review
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import this_round
from yimen.cases.reviews.rules import may_hear
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.deadlines.terms import HEARING, open_terms, resume_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def end_hearing(*, by: Acting, case: Case, record_of_it: str, at: datetime) -> None:
    """What was heard is written down for everybody; a clock that stood still goes on, by as many days later."""
    require(may(by, case, "end_hearing"))
    held = this_round(case)
    require(may_hear(begins=False, is_on=held.is_hearing, was_held=False))
    text = needed(record_of_it, LONGEST_REMARK)
    town = the_town()
    terms = [term for term in open_terms(case.ref) if term.stage == HANDLE]
    resume_terms(terms, day_of(at), why=HEARING, editions=town.editions)
    move(case, "end_hearing", terms=terms, at=at)
    Review.objects.filter(pk=held.pk).update(hearing_until_on=day_of(at))
    say(case, text, kind=Message.Kind.REASON, about="case.hearing_ended", by=by, at=at)
    tell(case, "case-hearing-ended", town=town, at=at, term=terms[0])
    record("case.hearing_ended", subject=case.ref, by=by.ref, at=at, office=case.office_id)
