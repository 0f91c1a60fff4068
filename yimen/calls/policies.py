"""Who takes calls, and who may call back, and when."""

from datetime import datetime

from django.utils.timezone import localtime

from yimen.calls.models import Wish
from yimen.calls.rules import NOT_YOUR_CALL, Call, may_call
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import YES, Verdict
from yimen.people.rules import Acting, Role, opening
from yimen.routing.town import Town

#: Where a desk has not said its hours.
USUAL = {day: [["09:00", "12:00"], ["14:00", "17:30"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def may_take_calls(by: Acting) -> Verdict:
    """A clerk of a centre."""
    return YES if by.role is Role.CLERK else Verdict(NOT_YOUR_CALL)


def may_try(by: Acting, wish: Wish, *, town: Town, at: datetime) -> Verdict:
    """A clerk of the desk that was asked to call back, in its hours."""
    if by.role is not Role.CLERK or by.office_id != wish.desk_id:
        return Verdict(NOT_YOUR_CALL)
    return may_call(is_open=is_in_hours(by.office_id, town, at), state=Call(wish.state))


def is_in_hours(office_id: int, town: Town, at: datetime) -> bool:
    """Is this desk open now?"""
    here = localtime(at)
    works = calendar_for(edition_of(town.editions)).works(day_of(at))
    hours = town.offices.by_id[office_id].hours or USUAL
    return opening(hours, weekday=here.weekday(), works=works, now=f"{here:%H:%M}").is_open
