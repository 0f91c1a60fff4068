"""The cases behind a number of the overview; behind the vacancies, the posts."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yimen.cases.lists import Page
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.beside.coming_back import remembered
from yimen.desk.rows import rows
from yimen.desk.words import NUMBERS
from yimen.kernel.clock import day_of
from yimen.people.queries import vacant_in
from yimen.people.rules import ROLE_WORDS
from yimen.stats.queries import AskedFor, behind, may_oversee, offices_within
from yimen.stats.rules import Now
from yimen.supervision.queries import stands_of
from yimen.supervision.words import mark


@at_desk
def page(request: AtDesk, office: int, what: str) -> HttpResponse:
    """Twenty cases at a time, as they are now: the number may be ten minutes old."""
    town, today = request.town, day_of(request.at)
    if what not in set(Now) or not may_oversee(request.acting, office, town):
        raise Http404
    facts = town.offices.by_id[office]
    context: dict[str, object] = {"title": NUMBERS[what], "office": facts}
    if what == Now.VACANT:
        posts = vacant_in(offices_within(request.acting, office, town), today)
        shown = [(town.offices.by_id[pk].names, ROLE_WORDS[role]) for pk, role in posts]
        return render(request, "desk/overview/vacant.html", context | {"posts": shown})
    cases, key = behind(request.acting, AskedFor(office, Now(what), request.GET.get("after", "")), town, today)
    marks = {pk: mark(stands.reach) for pk, stands in stands_of(cases).items()}
    context |= {
        "rows": list(rows(Page(cases, key), town, today, marks)),
        "first": request.path if request.GET.get("after") else "",
        "next": f"{request.path}?after={key}" if key else "",
    }
    return remembered(request, render(request, "desk/overview/behind.html", context))
