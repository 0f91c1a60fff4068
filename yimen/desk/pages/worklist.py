"""The lists that a desk works from."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.cases.lists import Asked, Which, has_list, worklist
from yimen.cases.together.rules import ADVISING
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.filters import Filters
from yimen.desk.rows import rows
from yimen.desk.side import CAME_FROM
from yimen.desk.words import LIST_WORDS
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting
from yimen.privacy.rules import NO_PURPOSE, purposes_of
from yimen.routing.town import Town
from yimen.supervision.queries import stands_of
from yimen.supervision.words import mark

LIST = "list"


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One list of this post, twenty cases at a time, narrowed by filters. Posts without cases read why."""
    acting = request.acting
    if acting.role in ADVISING:
        return redirect("desk_asked")
    if not purposes_of(acting.role):
        return render(request, "desk/no_cases.html", {"why": gettext(NO_PURPOSE[acting.role])})
    town, today = request.town, day_of(request.at)
    which = which_of(request, acting, town)
    filters = Filters(request.GET.dict(), languages=list(settings.LANGUAGES), acting=acting, town=town)
    wanted = filters.wanted(which)
    found = worklist(Asked(acting, wanted, town, today))
    marks = {pk: mark(stands.reach) for pk, stands in stands_of(found.cases).items()}
    chosen = {LIST: which.value} | filters.chosen()
    context = {
        "title": LIST_WORDS[which],
        "which": which.value,
        "filters": filters,
        "is_narrowed": len(chosen) > 1,
        "chosen": urlencode(chosen),
        "rows": list(rows(found, town, today, marks)),
        "back": f"?{urlencode(chosen | {'before': found.back})}" if found.back else "",
        "next": f"?{urlencode(chosen | {'after': found.next})}" if found.next else "",
    }
    response = render(request, "desk/worklist.html", context)
    at = {name: request.GET[name] for name in ("after", "before") if name in request.GET}
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(CAME_FROM, urlencode(chosen | at), path="/desk/", httponly=True, samesite="Lax", secure=secure)
    return response


def which_of(request: HttpRequest, acting: Acting, town: Town) -> Which:
    """The list that is asked for, if this post has it; else "my turn"."""
    asked = request.GET.get(LIST, "")
    which = Which(asked) if asked in set(Which) else Which.MINE
    return which if has_list(acting, which, town) else Which.MINE
