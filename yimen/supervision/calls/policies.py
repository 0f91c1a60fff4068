"""Who may call a resident about an answer, and when."""

from datetime import datetime

from yimen.calls.policies import is_in_hours
from yimen.calls.rules import NOT_YOUR_CALL, Call, may_call
from yimen.cases.policies import ACCUSED
from yimen.kernel.verdict import Verdict
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town
from yimen.supervision.models import CallBack


def may_call_back(by: Acting, call: CallBack, *, town: Town, at: datetime) -> Verdict:
    """A clerk of the desk that has the call-back, in its hours."""
    if call.accused_office_id in by.stands_aside_for:
        return Verdict(ACCUSED)
    if by.role is not Role.CLERK or by.office_id != call.desk_id:
        return Verdict(NOT_YOUR_CALL)
    return may_call(is_open=is_in_hours(by.office_id, town, at), state=Call(call.state))
