"""What the queue of a centre came to, day by day. About the centre; nobody is in it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yimen.cases.policies import LOOKING_ROLES
from yimen.desk.acting import AtDesk, at_desk
from yimen.kernel.clock import day_of
from yimen.people.queries import OfficeFacts
from yimen.visits.coming import coming_to
from yimen.visits.figures import figures_of
from yimen.visits.policies import is_centre, may_see_figures

DAYS = 30


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """The last thirty days of one's own centre; a supervisor chooses among those below."""
    if request.acting.role not in LOOKING_ROLES:
        raise Http404
    centres = _centres(request)
    asked = request.GET.get("centre", "")
    centre = next((one for one in centres if one.code == asked), centres[0] if centres else None)
    if centre is None or (asked and centre.code != asked):
        raise Http404
    days = figures_of(centre.id, day_of(request.at), DAYS)
    seen = {"centres": centres, "centre": centre, "days": days, "months": coming_to(centre.id)}
    return render(request, "desk/visits/figures.html", seen)


def _centres(request: AtDesk) -> list[OfficeFacts]:
    offices = request.town.offices.by_id.values()
    mine = [o for o in offices if is_centre(o.id, request.town) and may_see_figures(request.acting, o.id, request.town)]
    return sorted(mine, key=lambda office: office.path)
