"""The lists that a desk works from."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.cases.lists import Asked, worklist
from yimen.cases.together.rules import ADVISING
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.beside.coming_back import remembered
from yimen.desk.filters import asked_list, filters_of
from yimen.desk.pages.lists.news import news_of, shown, state_of
from yimen.desk.pages.town import waits
from yimen.desk.rows import rows
from yimen.desk.side import side_of
from yimen.desk.words import LIST_WORDS
from yimen.kernel.clock import day_of
from yimen.privacy.rules import NO_PURPOSE, purposes_of
from yimen.supervision.queries import stands_of
from yimen.supervision.words import mark


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One list of this post, twenty cases at a time, narrowed by filters. Posts without cases read why."""
    acting, town, today = request.acting, request.town, day_of(request.at)
    if acting.role in ADVISING:
        return redirect("desk_asked")
    if not purposes_of(acting.role):
        return render(request, "desk/no_cases.html", {"why": gettext(NO_PURPOSE[acting.role])} | waits(request))
    filters = filters_of(request)
    wanted, chosen = asked_list(request, filters)
    found = worklist(Asked(acting, wanted, town, today))
    marks = {pk: mark(stands.reach) for pk, stands in stands_of(found.cases).items()}
    side = side_of(request, acting)
    now = shown(found, side, is_narrowed=wanted.is_narrowed)
    here = urlencode(chosen | {name: request.GET[name] for name in ("after", "before") if name in request.GET})
    context = {
        "title": next((line.words for line in side.views if line.is_here), LIST_WORDS[wanted.which]),
        "which": wanted.which.value,
        "filters": filters,
        "is_narrowed": wanted.is_narrowed,
        "chosen": urlencode(chosen),
        "rows": list(rows(found, town, today, marks)),
        "back": f"?{urlencode(chosen | {'before': found.back})}" if found.back else "",
        "next": f"?{urlencode(chosen | {'after': found.next})}" if found.next else "",
        "side": side,
        "news": news_of(here, now, state_of(now, side)),
    }
    return remembered(request, render(request, "desk/worklist.html", context), f"{request.path}?{here}")
