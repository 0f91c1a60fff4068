"""Who may call a resident, and when."""

from datetime import datetime

from django.utils.timezone import localtime

from yimen.cases.policies import ACCUSED
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Verdict
from yimen.people.rules import Acting, Role, opening
from yimen.routing.town import Town
from yimen.supervision.calls.rules import NOT_YOUR_CALL, Call, may_call
from yimen.supervision.models import CallBack

#: Where a desk has not said its hours.
USUAL = {day: [["09:00", "12:00"], ["14:00", "17:30"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def may_call_back(by: Acting, call: CallBack, *, town: Town, at: datetime) -> Verdict:
    """A clerk of the desk that has the call-back, in its hours."""
    if call.accused_office_id in by.stands_aside_for:
        return Verdict(ACCUSED)
    if by.role is not Role.CLERK or by.office_id != call.desk_id:
        return Verdict(NOT_YOUR_CALL)
    return may_call(is_open=is_in_hours(by.office_id, town, at), state=Call(call.state))


def is_in_hours(office_id: int, town: Town, at: datetime) -> bool:
    """Is this desk open now?"""
    here = localtime(at)
    works = calendar_for(edition_of(town.editions)).works(day_of(at))
    hours = town.offices.by_id[office_id].hours or USUAL
    return opening(hours, weekday=here.weekday(), works=works, time=f"{here:%H:%M}").is_open
