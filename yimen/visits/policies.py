"""Who may call numbers, and who may say what a centre's counters serve."""

from datetime import datetime

from django.utils.timezone import localtime

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.policies import may_set_up
from yimen.people.rules import Acting, Actor, Opening, Resident, Role, opening
from yimen.routing.town import Town

ONLY_CLERKS = gettext_noop("A clerk of this centre calls its numbers.")
NO_CENTRE = gettext_noop("This office has no counters.")
CLOSED = gettext_noop("This centre is closed for good and gives no numbers.")
OVER_FOR_TODAY = gettext_noop("This centre is closed for today, so it gives no numbers.")
CENTRE = "centre"
USUAL = {day: [["09:00", "12:00"], ["14:00", "17:30"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def is_centre(office_id: int, town: Town) -> bool:
    """Is this an open office with counters?"""
    office = town.offices.by_id.get(office_id)
    return office is not None and office.kind == CENTRE and office.is_open


def may_take_at(by: Actor, office_id: int, town: Town, at: datetime) -> Verdict:
    """Anybody takes a number on a day on which the centre is still to be open; a clerk gives them at their own."""
    if not is_centre(office_id, town):
        return Verdict(CLOSED if office_id in town.offices.by_id else NO_CENTRE)
    if not isinstance(by, Resident):
        return may_serve(by, office_id, town)
    today = opening_of(office_id, town, at)
    return YES if today.is_open or today.opens else Verdict(OVER_FOR_TODAY)


def opening_of(office_id: int, town: Town, at: datetime) -> Opening:
    """Is this centre open, and when does that change today? Where nobody has said its hours, it has the usual ones."""
    here = localtime(at)
    works = calendar_for(edition_of(town.editions)).works(here.date())
    hours = town.offices.by_id[office_id].hours or USUAL
    return opening(hours, weekday=here.weekday(), works=works, now=f"{here:%H:%M}")


def may_serve(by: Actor, office_id: int, town: Town) -> Verdict:
    """May this post call the numbers of this centre?"""
    if not isinstance(by, Acting) or by.role is not Role.CLERK or by.office_id != office_id:
        return Verdict(ONLY_CLERKS)
    return YES if is_centre(office_id, town) else Verdict(NO_CENTRE)


def may_change_errands(by: Actor, office_id: int, town: Town) -> Verdict:
    """The administrator of the place says what its centre's counters serve."""
    office = town.offices.by_id.get(office_id)
    if office is None or office.kind != CENTRE:
        return Verdict(NO_CENTRE)
    return may_set_up(by, office.place_path)


def may_see_figures(by: Acting, office_id: int, town: Town) -> Verdict:
    """The figures of a centre: whoever works there, and those above it."""
    if office_id == by.office_id:
        return YES
    office = town.offices.by_id.get(office_id)
    inside = office is not None and by.role is Role.SUPERVISOR and office.path.startswith(by.office_path)
    return YES if inside else Verdict(ONLY_CLERKS)
