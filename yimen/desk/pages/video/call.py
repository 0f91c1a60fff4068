"""A call by video as its clerk leads it: the pictures, who may come in, and the form for taking the case in."""

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
from yimen.meetings.exchanging import SeatFacts
from yimen.meetings.headers import HEADERS
from yimen.people.rules import Role
from yimen.video import verbs
from yimen.video.policies import may_ask_at, may_lead
from yimen.video.queries import CallFacts, call_in, case_open_to, host_key, seat_in, seats_in
from yimen.video.rules import CLERK, GUESTS
from yimen.video.words import need_in_words, parts_in_words
from yimen.visits.policies import CENTRE


class Pressed(forms.Form):
    """One press in a call: about which seat, as what somebody is asked in, to which centre it goes."""

    seat = forms.IntegerField(required=False, min_value=1)
    part = forms.ChoiceField(required=False, choices=[(part, part) for part in GUESTS])
    to = forms.IntegerField(required=False, min_value=1)


@at_desk
def page(request: AtDesk, meeting: int) -> HttpResponse:
    """For the clerk whose call it is, and for nobody else: no colleague, no supervisor looks in."""
    call = call_in(request.acting, meeting) if request.acting.role is Role.CLERK else None
    if call is None or not may_lead(request.acting, call):
        raise Http404
    link = refused = ""
    if request.method == "POST":
        try:
            link = _press(request, call)
        except Refused as refusal:
            refused = said(refusal.verdict)
        if call.meeting.ended_at is not None:
            return redirect("desk_video")
    parts = parts_in_words()
    seen = {
        "call": call,
        "seats": seats_in(call, request.at),
        "link": link,
        "refused": refused,
        "parts": parts,
        "guests": [(part, parts[part]) for part in GUESTS],
        "centres": _centres(request, call),
    }
    if request.headers.get("HX-Request"):
        return render(request, "desk/video/seats.html", seen)
    key = host_key(call, request.acting)
    seen |= {
        "exchange": reverse("meeting-exchange", args=[key]),
        "slides": reverse("meeting-slides", args=[key]),
        "part": CLERK,
        "is_host": True,
        "may_caption": True,
        "needs": [need_in_words(code) for code in call.needs.split()],
        "case": case_open_to(call, request.acting, request.town),
    }
    return HttpResponse(render_to_string("desk/video/call.html", seen, request), headers=HEADERS)


def _centres(request: AtDesk, call: CallFacts) -> list[tuple[int, dict[str, str]]]:
    """Where it can be handed over to: the own centre, and those that are open now."""
    mine = request.acting.office_id
    offices = [one for one in request.town.offices.by_id.values() if one.kind == CENTRE and one.is_open]
    is_open = [one for one in offices if one.id == mine or may_ask_at(one.id, request.town, request.at)]
    return [(one.id, one.names) for one in sorted(is_open, key=lambda one: (one.id != call.office_id, one.id))]


def _press(request: AtDesk, call: CallFacts) -> str:
    """Do it; gives the link that was made, if one was."""
    form, act = Pressed(request.POST), request.POST.get("do", "")
    require(YES if act in PRESSES and form.is_valid() else Verdict(JUST_CHANGED))
    return PRESSES[act](request, call, form)


def _let_in(request: AtDesk, call: CallFacts, form: Pressed) -> str:
    verbs.let_in_guest(by=request.acting, call=call, seat=_seat(call, form), at=request.at)
    return ""


def _turn_away(request: AtDesk, call: CallFacts, form: Pressed) -> str:
    verbs.turn_away_guest(by=request.acting, call=call, seat=_seat(call, form), at=request.at)
    return ""


def _invite(request: AtDesk, call: CallFacts, form: Pressed) -> str:
    key = verbs.invite_guest(by=request.acting, call=call, part=form.cleaned_data["part"], at=request.at)
    return request.build_absolute_uri(reverse("meeting", args=[key]))


def _offer(request: AtDesk, call: CallFacts, form: Pressed) -> str:
    to = form.cleaned_data["to"] or call.office_id
    verbs.hand_over_call(by=request.acting, call=call, office_id=to, town=request.town, at=request.at)
    return ""


def _keep(request: AtDesk, call: CallFacts, _form: Pressed) -> str:
    verbs.keep_call(by=request.acting, call=call, at=request.at)
    return ""


def _end(request: AtDesk, call: CallFacts, _form: Pressed) -> str:
    verbs.end_call(by=request.acting, call=call, at=request.at)
    return ""


def _seat(call: CallFacts, form: Pressed) -> SeatFacts:
    seat = seat_in(call, form.cleaned_data["seat"] or 0)
    if seat is None:
        raise Refused(JUST_CHANGED)
    return seat


PRESSES: dict[str, Callable[[AtDesk, CallFacts, Pressed], str]] = {
    "let_in": _let_in,
    "turn_away": _turn_away,
    "invite": _invite,
    "offer": _offer,
    "keep": _keep,
    "end": _end,
}
