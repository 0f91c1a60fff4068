"""What is under way before a committee, for its head: covers only."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.mediation.one import cover
from yimen.kernel.clock import day_of
from yimen.kernel.text import number_in
from yimen.mediation.committees.overview import overview_of
from yimen.mediation.policies import may_mediate
from yimen.mediation.words import STATES


@at_desk
def page(request: AtDesk, committee: str) -> HttpResponse:
    """How many stand where, what is late, and each by its number; nothing of what is said."""
    if not may_mediate(request.acting):
        raise Http404
    on = day_of(request.at)
    after = request.GET.get("after", "")
    found = overview_of(request.acting, committee, on, after=number_in(after) or 0)
    if found is None:
        raise Http404
    seen = {
        "committee": found.committee,
        "states": [(gettext(STATES[state]), number) for state, number in found.states],
        "late": found.late,
        "rows": [cover(row) for row in found.rows],
        "next": found.next,
        "on": on,
    }
    return render(request, "desk/mediation/overview.html", seen)
