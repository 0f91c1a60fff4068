"""A session by video as its mediator leads it: who comes in, who waits aside, and the end."""

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import YES, Refused, Verdict, require
from yimen.mediation import verbs
from yimen.mediation.calls.queries import CallFacts, SessionFacts, host_key, running_call, seat_in, seats_in
from yimen.mediation.calls.rules import GUESTS, MEDIATOR, may_call
from yimen.mediation.calls.words import parts_in_words
from yimen.mediation.policies import may
from yimen.mediation.queries.companions import companions_of
from yimen.mediation.queries.mediators import mediation_of_session
from yimen.mediation.queries.reading import names_of, sittings_of
from yimen.mediation.rooms.inside import MediatorIn
from yimen.meetings.exchanging import SeatFacts, seat_by
from yimen.meetings.headers import HEADERS
from yimen.meetings.turn import passes_on

HERE = "desk_mediation_call"
#: Where these two lead; everything else stays on the page of the call.
AFTERWARDS = {"open": HERE, "end": "desk_mediation"}


class Pressed(forms.Form):
    """One press in a call: about which seat, or as what somebody is asked in."""

    seat = forms.IntegerField(required=False, min_value=1)
    part = forms.ChoiceField(required=False, choices=[(part, part) for part in GUESTS])


@at_desk
def page(request: AtDesk, sitting: int) -> HttpResponse:
    """For the mediator of this mediation alone; each time it is opened is a look that the sides can read."""
    me = mediation_of_session(request.acting, sitting, request.at)
    found = next((one.sitting for one in sittings_of(me) if one.sitting.pk == sitting), None) if me else None
    if me is None or found is None:
        raise Http404
    seen: dict[str, object] = {"mediation": me.mediation, "sitting": found}
    if request.method == "POST":
        try:
            seen["link"] = _press(request, me, found)
        except Refused as refusal:
            seen["refused"] = said(refusal.verdict)
        if "refused" not in seen and (after := AFTERWARDS.get(request.POST.get("do", ""))):
            return redirect(after, sitting if after == HERE else me.mediation.pk)
    call = running_call(found, request.at)
    key = host_key(call, me) if call else ""
    if call is None or seat_by(key, request.at) is None:
        return _closed(request, me, found, seen)
    return _going_on(request, me, call, key, seen)


def _closed(request: AtDesk, me: MediatorIn, sitting: SessionFacts, seen: dict[str, object]) -> HttpResponse:
    """Nobody leads it just now: the button that opens it, or why not."""
    verdict = may(me, "call")
    if verdict and running_call(sitting, request.at) is None:
        verdict = may_call(sitting.form, sitting.state, sitting.begins_at, sitting.minutes, request.at)
    return render(request, "desk/mediation/call_closed.html", {**seen, "verdict": verdict, "passes_on": passes_on()})


def _going_on(request: AtDesk, me: MediatorIn, call: CallFacts, key: str, seen: dict[str, object]) -> HttpResponse:
    parts = parts_in_words(names_of(me), companions_of(me))
    seen |= {
        "seats": [(one, parts.get(one.part, ""), one.part in GUESTS) for one in seats_in(call, request.at)],
        "guests": [(part, parts[part]) for part in GUESTS],
    }
    if request.headers.get("HX-Request"):
        return render(request, "desk/mediation/call_seats.html", seen)
    seen |= {
        "parts": parts,
        "exchange": reverse("meeting-exchange", args=[key]),
        "slides": reverse("meeting-slides", args=[key]),
        "part": MEDIATOR,
        "is_host": True,
        "may_caption": True,
        "is_session": True,
        "passes_on": passes_on(),
    }
    return HttpResponse(render_to_string("desk/mediation/call.html", seen, request), headers=HEADERS)


def _press(request: AtDesk, me: MediatorIn, sitting: SessionFacts) -> str:
    """Do it; gives the link that was made, if one was."""
    form, act = Pressed(request.POST), request.POST.get("do", "")
    require(YES if form.is_valid() else Verdict(JUST_CHANGED))
    if act == "open":
        verbs.open_session(by=me, sitting=sitting, at=request.at)
        return ""
    call = running_call(sitting, request.at)
    if call is None or act not in PRESSES:
        raise Refused(JUST_CHANGED)
    return PRESSES[act](request, me, call, form)


def _let_in(request: AtDesk, me: MediatorIn, call: CallFacts, form: Pressed) -> str:
    verbs.let_in_to_session(by=me, call=call, seat=_seat(call, form), at=request.at)
    return ""


def _hold(request: AtDesk, me: MediatorIn, call: CallFacts, form: Pressed) -> str:
    verbs.hold_aside(by=me, call=call, seat=_seat(call, form), at=request.at)
    return ""


def _show_out(request: AtDesk, me: MediatorIn, call: CallFacts, form: Pressed) -> str:
    verbs.show_out_of_session(by=me, call=call, seat=_seat(call, form), at=request.at)
    return ""


def _invite(request: AtDesk, me: MediatorIn, call: CallFacts, form: Pressed) -> str:
    key = verbs.ask_into_session(by=me, call=call, part=form.cleaned_data["part"], at=request.at)
    return request.build_absolute_uri(reverse("meeting", args=[key]))


def _end(request: AtDesk, me: MediatorIn, call: CallFacts, _form: Pressed) -> str:
    verbs.close_session(by=me, call=call, at=request.at)
    return ""


def _seat(call: CallFacts, form: Pressed) -> SeatFacts:
    seat = seat_in(call, form.cleaned_data["seat"] or 0)
    if seat is None:
        raise Refused(JUST_CHANGED)
    return seat


PRESSES: dict[str, Callable[[AtDesk, MediatorIn, CallFacts, Pressed], str]] = {
    "let_in": _let_in,
    "hold": _hold,
    "show_out": _show_out,
    "invite": _invite,
    "end": _end,
}
