"""Leave: one's own, where one stands in, and for a supervisor who is away in the offices below."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from yimen.desk.acting import AtDesk, at_desk
from yimen.kernel.clock import day_of
from yimen.kernel.text import number_in
from yimen.people.away import LeaveFacts, appointed_to, holders_in, leave_below, leave_of, standing_in
from yimen.people.policies import may_supervise
from yimen.people.rules import ROLE_WORDS, Role
from yimen.routing.town import Town


def _page(request: AtDesk) -> HttpResponse:
    """Each post leads to the page on which its leave is arranged."""
    acting, today = request.acting, day_of(request.at)
    own = appointed_to(acting.staff_id, today)
    theirs = [post.acting.post_id for post in own]
    context: dict[str, object] = {
        "own": [(post.acting.post_id, post.office_names, ROLE_WORDS[post.acting.role]) for post in own],
        "leave": lines(leave_of(theirs, today)),
        "standing_in": lines(standing_in(acting.staff_id, today)),
    }
    if acting.role is Role.SUPERVISOR:
        office = _office(request, request.town)
        context |= {
            "office": request.town.offices.by_id[office],
            "below": [o for o in request.town.offices.by_id.values() if o.parent_id == office and o.is_open],
            "holders": [(one, ROLE_WORDS[one.role]) for one in holders_in(office, today)],
            "away": lines(leave_below(acting, today)),
        }
    return render(request, "desk/people/leaves.html", context)


page = at_desk(_page, also_on_leave=True)


def _office(request: AtDesk, town: Town) -> int:
    """The office whose staff is shown: one's own, or one below it."""
    asked = request.GET.get("office", "")
    found = town.offices.by_id.get(number_in(asked) or 0)
    return found.id if found and may_supervise(request.acting, found.path) else request.acting.office_id


def lines(found: list[LeaveFacts]) -> list[dict[str, object]]:
    """Leave in words: who, from which post, from when to when, and who stands in."""
    return [{"it": one, "role": ROLE_WORDS[Role(one.role)], "last": one.until_on - timedelta(days=1)} for one in found]
