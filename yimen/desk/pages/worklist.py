"""The lists that a desk works from."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.cases.worklists import COUNTED, Wanted, Which, count, worklist
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.filters import Filters
from yimen.desk.rows import rows
from yimen.desk.words import LISTS
from yimen.kernel.clock import day_of
from yimen.privacy.rules import NO_PURPOSE, purposes_of
from yimen.routing.town import Town, the_town
from yimen.supervision.queries import stands_of
from yimen.supervision.words import mark

LIST = "list"


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """My turn, by date, all: twenty cases at a time, narrowed by filters. Posts without cases read why."""
    acting = request.acting
    if not purposes_of(acting.role):
        return render(request, "desk/no_cases.html", {"why": gettext(NO_PURPOSE[acting.role])})
    town = the_town()
    which = _which(request)
    filters = Filters(request.GET.dict(), languages=list(settings.LANGUAGES), acting=acting, town=town)
    wanted = filters.wanted(which)
    found = worklist(acting, wanted, town)
    marks = {pk: mark(stands.reach) for pk, stands in stands_of(found.cases).items()}
    chosen = {LIST: which.value} | filters.chosen()
    context = {
        "lists": _lists(request, town, which),
        "title": LISTS[which],
        "which": which.value,
        "filters": filters,
        "is_narrowed": len(chosen) > 1,
        "rows": list(rows(found, town, day_of(request.at), marks)),
        "first": f"?{urlencode(chosen)}" if wanted.after else "",
        "next": f"?{urlencode(chosen | {'after': found.next})}" if found.next else "",
    }
    return render(request, "desk/worklist.html", context)


def _which(request: HttpRequest) -> Which:
    asked = request.GET.get(LIST, "")
    return Which(asked) if asked in set(Which) else Which.MINE


def _lists(request: AtDesk, town: Town, here: Which) -> list[dict[str, object]]:
    """The lists at the left, each with how much is in it: "99+" beyond that, so that no count grows with the town."""
    counts = {which: count(request.acting, Wanted(which), town) for which in Which}
    return [
        {
            "which": which.value,
            "words": LISTS[which],
            "count": f"{COUNTED - 1}+" if counts[which] >= COUNTED else str(counts[which]),
            "is_here": which is here,
        }
        for which in Which
    ]
