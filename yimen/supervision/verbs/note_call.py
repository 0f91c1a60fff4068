"""A resident was called and not reached, or does not want to be called."""

from datetime import datetime

from django.db import transaction

from yimen.calls.rules import Call, after_try
from yimen.journal.record import record
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town
from yimen.supervision.calls.policies import may_call_back
from yimen.supervision.models import CallBack


@transaction.atomic
def note_call(*, by: Acting, call: CallBack, wants_none: bool, at: datetime) -> None:
    """Nobody answered: it is tried three times at most. Who asks not to be called is not called again."""
    require(may_call_back(by, call, town=the_town(), at=at))
    tries = call.tries + 1
    state = Call.REFUSED if wants_none else after_try(tries)
    unchanged = CallBack.objects.filter(pk=call.pk, tries=call.tries, state=Call.WAITING)
    if not unchanged.update(tries=tries, state=state.value):
        raise Refused(JUST_CHANGED)
    outcome = "refused" if wants_none else "not_reached"
    record("case.called", subject=f"case:{call.case_id}", by=by.ref, at=at, outcome=outcome, tries=tries)
