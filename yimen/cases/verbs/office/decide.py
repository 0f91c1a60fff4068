"""The superior of two offices decides whose a case is."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import OBJECT
from yimen.cases.models import Case, Handing, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def decide_objection(*, by: Acting, case: Case, goes_back: bool, reason: str, at: datetime) -> None:
    """The case stays where it was sent, or goes back; either way the resident is told which office has it now."""
    require(may(by, case, "decide"))
    handing = Handing.objects.filter(case=case, state=Handing.State.OBJECTED).order_by("-id").first()
    if handing is None:  # another hand has decided since the case was read
        raise Refused(JUST_CHANGED)
    reason = needed(reason, LONGEST_REMARK)
    running = open_terms(case.ref)
    end_terms([t for t in running if t.stage == OBJECT], on=day_of(at), met=True)
    outcome = Handing.State.RETURNED if goes_back else Handing.State.UPHELD
    Handing.objects.filter(pk=handing.pk).update(state=outcome)
    office_id = handing.from_office_id if goes_back else handing.to_office_id
    terms = [t for t in running if t.stage != OBJECT]
    route = [{"k": "by_hand", "office": office_id}]
    move(case, "decide", terms=terms, returned=goes_back, at=at, office_id=office_id, route=route)
    recall_open(case, at=at, of_office=office_id)
    say(case, reason, kind=Message.Kind.REASON, about="case.decided", by=by, at=at)
    tell(case, "case-decided", town=the_town(), at=at, reason=reason)
    record("case.decided", subject=case.ref, by=by.ref, at=at, office=office_id, outcome=outcome.value)
