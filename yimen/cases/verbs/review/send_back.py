"""An office that reviews sends a case back to be decided again."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import handle_term, save_terms
from yimen.cases.models import Case, Opinion
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.eyes import let_hands_back
from yimen.cases.reviews.giving import Answer, checked, give_opinion, may_go_on
from yimen.cases.reviews.rules import Finding, Stage
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def send_back_case(*, by: Acting, case: Case, answer: Answer, at: datetime) -> None:
    """The office that answered first decides again, with a new date; its next answer can be reviewed anew."""
    require(may(by, case, "send_back"))
    require(may_go_on(case))
    town = the_town()
    answer = checked(case, answer, town, needs_parts=True)
    reviewed_by = case.office_id
    first = Opinion.objects.filter(case=case, stage=Stage.FIRST).latest("id")
    end_terms(open_terms(case.ref), on=day_of(at), met=True)
    terms = save_terms(case.ref, [handle_term(case, town=town, at=at)])
    give_opinion(by, case, answer, town, at, finding=Finding.SENT_BACK)
    back_to = first.office_id
    route = [{"k": "by_hand", "office": back_to}]
    again = {"stage": Stage.FIRST.value, "office_id": back_to, "route": route, "has_recusals": let_hands_back(case)}
    move(case, "send_back", terms=terms, at=at, returned=True, **again)
    recall_open(case, at=at)
    tell(case, "case-sent-back", town=town, at=at, term=terms[0], opinion=answer.opinion)
    record("case.sent_back", subject=case.ref, by=by.ref, at=at, office=back_to, from_office=reviewed_by)
