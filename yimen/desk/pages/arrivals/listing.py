"""The list of mails that are held: when they came and why they are held, nothing of what they say."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.intake.policies import may_open_arrivals
from yimen.intake.queries import SHOWN, held_for
from yimen.intake.rules import WHY, Why
from yimen.kernel.text import number_in

FORBIDDEN = 403


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Twenty, oldest first; those that programs wrote stand in a list of their own."""
    verdict = may_open_arrivals(request.acting, request.town)
    if not verdict:
        return render(request, "desk/arrivals/list.html", {"verdict": verdict}, status=FORBIDDEN)
    automatic = request.GET.get("which") == "automatic"
    after = request.GET.get("after", "")
    key = number_in(after) or 0
    found = held_for(request.acting, request.town, automatic=automatic, after=key)
    which = "which=automatic&" if automatic else ""
    context = {
        "verdict": verdict,
        "automatic": automatic,
        "rows": [{"it": each, "why": gettext(WHY[Why(each.why)])} for each in found[:SHOWN]],
        "next": f"?{which}after={found[SHOWN - 1].pk}" if len(found) > SHOWN else "",
    }
    return render(request, "desk/arrivals/list.html", context)
