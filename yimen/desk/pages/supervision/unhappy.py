"""The answers that residents were unhappy with, for the supervisors who may give them back."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.cases.lists import Page
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.beside.coming_back import remembered
from yimen.desk.rows import rows
from yimen.desk.words import UNHAPPY
from yimen.kernel.clock import day_of
from yimen.people.rules import Role
from yimen.supervision.queries import unhappy_list


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Twenty at a time, the newest first; each can be opened, and given back to its office."""
    if request.acting.role is not Role.SUPERVISOR:
        raise Http404
    town = request.town
    cases, key = unhappy_list(request.acting, town, request.GET.get("after", ""))
    context = {
        "title": UNHAPPY,
        "lead": gettext("The resident said that it is not solved, or that they are not satisfied."),
        "rows": list(rows(Page(cases, key), town, day_of(request.at), {})),
        "first": request.path if request.GET.get("after") else "",
        "next": f"{request.path}?after={key}" if key else "",
    }
    return remembered(request, render(request, "desk/supervision/urgent.html", context))
