"""A session by video as a side has it: behind its own code, before the door until the mediator lets it in."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse

from yimen.kernel.verdict import Refused
from yimen.mediation.calls.queries import own_seat
from yimen.mediation.calls.words import parts_in_words
from yimen.mediation.queries.companions import companions_of
from yimen.mediation.queries.reading import names_of, sittings_of
from yimen.mediation.rooms.inside import WithCode
from yimen.mediation.verbs import join_session
from yimen.meetings.exchanging import may_caption
from yimen.meetings.headers import HEADERS
from yimen.meetings.turn import passes_on
from yimen.public.pages.mediation.here import with_code
from yimen.public.saying import said


@with_code
def page(request: HttpRequest, me: WithCode, at: datetime, sitting: int) -> HttpResponse:
    """Only a session that this side is asked to. One press joins; whoever has not joined is led back to the room."""
    found = next((one.sitting for one in sittings_of(me) if one.sitting.pk == sitting), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            join_session(by=me, sitting=found, at=at)
        except Refused as refusal:
            messages.warning(request, said(refusal), extra_tags="turn")
            return redirect("mediation-room")
        return redirect("mediation-call", sitting)
    mine = own_seat(me, found, at)
    if mine is None:
        return redirect("mediation-room")
    key, seat = mine
    seen = {
        "exchange": reverse("meeting-exchange", args=[key]),
        "slides": reverse("meeting-slides", args=[key]),
        "part": seat.part,
        "may_caption": may_caption(seat),
        "parts": parts_in_words(names_of(me), companions_of(me)),
        "is_session": True,
        "passes_on": passes_on(),
    }
    return HttpResponse(render_to_string("public/mediation/call.html", seen, request), headers=HEADERS)


def neutral(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """The link of an appointment in a calendar: it says neither what for nor whose, and asks for the code there."""
    return redirect("mediation-room")
