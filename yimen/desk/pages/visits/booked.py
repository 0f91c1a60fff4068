"""The booked visits of a day at one's own centre. There is no name in the list, for nobody gave one."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.people.rules import Role
from yimen.visits.booked.queries import booked_today, booking_in
from yimen.visits.queries import errands_of
from yimen.visits.verbs import receive_visit


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Today, and tomorrow to prepare for; whoever has come is noted, and who has not."""
    if request.acting.role is not Role.CLERK:
        raise Http404
    if request.method == "POST":
        _receive(request)
        return redirect("desk_booked")
    today = day_of(request.at)
    names = {one.letter: one.names for one in errands_of(request.acting.office_id, request.town)}
    days = [
        (on, [(one, names.get(one.letter, {})) for one in booked_today(request.acting, on)])
        for on in (today, today + timedelta(days=1))
    ]
    return render(request, "desk/visits/booked.html", {"days": days, "today": today})


def _receive(request: AtDesk) -> None:
    number = number_in(request.POST.get("booking", ""))
    booking = booking_in(request.acting, number) if number else None
    try:
        if booking is None:
            messages.error(request, gettext(JUST_CHANGED))
            return
        came = request.POST.get("came") == "yes"
        receive_visit(by=request.acting, booking=booking, came=came, town=request.town, at=request.at)
    except Refused as refused:
        messages.error(request, said(refused.verdict))
