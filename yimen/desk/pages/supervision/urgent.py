"""The lists of the ladder: reminded, told to me, the inspection list."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yimen.cases.lists import Page
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.beside.coming_back import remembered
from yimen.desk.rows import rows
from yimen.desk.words import URGENT, URGENT_LEADS
from yimen.kernel.clock import day_of
from yimen.supervision.queries import Urgent, urgent_list, urgent_lists
from yimen.supervision.words import mark


@at_desk
def page(request: AtDesk, which: str) -> HttpResponse:
    """Twenty cases at a time, what is due first comes first; a post that does not have the list finds nothing here."""
    if which not in urgent_lists(request.acting):
        raise Http404
    town, today = request.town, day_of(request.at)
    found = urgent_list(request.acting, Urgent(which), town, request.GET.get("after", ""))
    marks = {pk: mark(stands.reach) for pk, stands in found.stands.items()}
    context = {
        "title": URGENT[which],
        "lead": URGENT_LEADS[which],
        "rows": list(rows(Page(found.cases, found.next), town, today, marks)),
        "first": request.path if request.GET.get("after") else "",
        "next": f"{request.path}?after={found.next}" if found.next else "",
    }
    return remembered(request, render(request, "desk/supervision/urgent.html", context))
