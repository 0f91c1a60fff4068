"""Who wants to be called back, one of them, and how long calls take."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.calls.figures import months_of
from yimen.calls.policies import may_take_calls, may_try
from yimen.calls.queries import attempts_at, open_wish, wish_for, wish_list
from yimen.calls.rules import MOST_TRIES, OUTCOMES, Call
from yimen.calls.verbs import try_to_call_back
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused


@at_desk
def listing(request: AtDesk) -> HttpResponse:
    """Those of this post's desk, the oldest first: since when, how often tried. No number stands here."""
    _for_clerks(request)
    after = request.GET.get("after", "")
    key = number_in(after) or 0
    found, following = wish_list(request.acting, key)
    seen = {"wishes": found, "most": MOST_TRIES, "next": f"?after={following}" if following else ""}
    return render(request, "desk/phone/wishes.html", seen)


@at_desk
def one(request: AtDesk, wish: int) -> HttpResponse:
    """First it is said what the look is for; then the number stands here, and what came of the call is noted."""
    _for_clerks(request)
    row = wish_for(request.acting, wish) if wish < 2**62 else None
    if row is None:
        raise Http404
    verdict = may_try(request.acting, row, town=request.town, at=request.at)
    seen: dict[str, object] = {"wish": row, "verdict": verdict, "most": MOST_TRIES, "opened": None}
    if verdict and request.method == "POST":
        try:
            if "outcome" in request.POST:
                return _noted(request, wish)
            seen["opened"] = open_wish(request.acting, row, town=request.town, at=request.at)
        except Refused as refused:
            seen["wrong"] = said(refused.verdict)
    seen["tries"] = [(each.at, OUTCOMES[Call(each.outcome)]) for each in attempts_at(row)]
    return render(request, "desk/phone/wish.html", seen)


def _noted(request: AtDesk, wish: int) -> HttpResponse:
    row, typed = wish_for(request.acting, wish), request.POST
    if row is None or typed["outcome"] not in set(OUTCOMES):
        raise Http404
    version = typed.get("version", "")
    row = row.is_at(number_in(version) or 0)
    try_to_call_back(by=request.acting, wish=row, outcome=Call(typed["outcome"]), at=request.at)
    messages.success(request, gettext("It is noted that you called."), extra_tags="done")
    return redirect("desk_phone" if typed["outcome"] == Call.ANSWERED else "desk_wishes")


@at_desk
def figures(request: AtDesk) -> HttpResponse:
    """How many calls, and how many minutes: the centre's, by the month."""
    _for_clerks(request)
    return render(request, "desk/phone/figures.html", {"months": months_of(request.acting.office_id)})


def _for_clerks(request: AtDesk) -> None:
    if not may_take_calls(request.acting):
        raise Http404
