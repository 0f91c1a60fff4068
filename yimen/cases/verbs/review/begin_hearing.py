"""A hearing begins."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import HANDLE
from yimen.cases.models import Case, Review
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import this_round
from yimen.cases.reviews.rules import may_hear
from yimen.cases.telling import tell
from yimen.deadlines.terms import HEARING, open_terms, pause_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def begin_hearing(*, by: Acting, case: Case, at: datetime) -> None:
    """The office hears the resident and the other side. Where the procedure says so, that time is not counted.

    In the Chinese pack that is the second review (听证所需时间不计算在期限内: 信访工作条例 art. 36).
    """
    require(may(by, case, "begin_hearing"))
    held = this_round(case)
    require(may_hear(begins=True, is_on=held.is_hearing, was_held=held.hearing_until_on is not None))
    town = the_town()
    terms = [term for term in open_terms(case.ref) if term.stage == HANDLE]
    waits = town.catalogue.procedure(case.procedure_id).hearing_waits == case.stage
    if waits:
        pause_terms(terms, on=day_of(at), why=HEARING)
    move(case, "begin_hearing", terms=terms, at=at)
    Review.objects.filter(pk=held.pk).update(hearing_from_on=day_of(at))
    tell(case, "case-hearing-begun", town=town, at=at, term=terms[0])
    record("case.hearing_begun", subject=case.ref, by=by.ref, at=at, office=case.office_id, waits=waits)
