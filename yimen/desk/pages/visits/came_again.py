"""Somebody comes about a case that is here already: the visit is counted, and nothing is opened."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.cases.queries import case_by_receipt
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.search.receipt import SLOW_DOWN, Receipt
from yimen.desk.words import said
from yimen.kernel.verdict import Refused
from yimen.people.rules import Role
from yimen.privacy.rules import TOO_MANY_WRONG
from yimen.visits.verbs import note_visit


class CameWith(Receipt):
    """The receipt they hold."""


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """By the receipt; wrong ones are counted for each post. The case itself is opened elsewhere, with its purpose."""
    if request.acting.role is not Role.CLERK:
        raise Http404
    form = CameWith(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        try:
            case = case_by_receipt(form.cleaned_data["receipt"], address=request.acting.ref, at=request.at)
            note_visit(by=request.acting, case=case, town=request.town, at=request.at)
            messages.success(request, gettext("The visit is noted."), extra_tags="done")
            return redirect("desk_queue")
        except Refused as refused:
            status = SLOW_DOWN if refused.verdict.reason == TOO_MANY_WRONG else status
            form.add_error("receipt", said(refused.verdict))
    return render(request, "desk/visits/came_again.html", {"form": form}, status=status)
