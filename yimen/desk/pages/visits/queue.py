"""The queue of a centre, from one of its counters: call the next number, and what else can become of one."""

from collections.abc import Callable
from hashlib import sha256

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.verdict import YES, Refused, Verdict, require
from yimen.people.rules import Role
from yimen.visits import verbs
from yimen.visits.figures import figures_of
from yimen.visits.policies import may_serve
from yimen.visits.queries import (
    TicketFacts,
    called_now,
    counters_of,
    errands_of,
    missed_in,
    tablet_key,
    ticket_in,
    waiting_in,
)

NOTHING_NEW = 204
COUNTER = "counter"  # the session's key for the counter one sits at


class Pressed(forms.Form):
    """One press at the counter: which number it was about, and which stood there on the page."""

    ticket = forms.IntegerField(required=False, min_value=1)
    seen = forms.IntegerField(required=False, min_value=0)
    to = forms.IntegerField(required=False, min_value=1)
    letter = forms.CharField(required=False, max_length=1)
    nonce = forms.RegexField(NONCE, required=False)
    language = forms.ChoiceField(required=False, choices=settings.LANGUAGES)


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Who is at the counter, who waits, and one big button. Asked for itself, only what has changed since."""
    if request.acting.role is not Role.CLERK:
        raise Http404
    verdict = may_serve(request.acting, request.acting.office_id, request.town)
    if not verdict:
        return render(request, "desk/visits/queue.html", {"verdict": verdict}, status=403)
    counter = _counter(request)
    if request.method == "POST":
        _press(request, counter)
        return redirect("desk_queue")
    seen = _seen(request, counter)
    if "now" not in request.GET:
        return render(request, "desk/visits/queue.html", seen)
    if request.GET["now"] == seen["mark"]:
        return HttpResponse(status=NOTHING_NEW)
    return render(request, "desk/visits/waiting.html", seen)


def _counter(request: AtDesk) -> int:
    """The counter one sits at: as just chosen, as chosen before, or the first."""
    numbers = [one.number for one in counters_of(request.acting.office_id, request.town)]
    chosen = request.GET.get(COUNTER, "")
    if chosen in {str(number) for number in numbers}:
        request.session[COUNTER] = int(chosen)
    kept = request.session.get(COUNTER)
    return kept if kept in numbers else numbers[0]


def _seen(request: AtDesk, counter: int) -> dict[str, object]:
    acting, town, on = request.acting, request.town, day_of(request.at)
    called, waiting, missed = called_now(acting.office_id, on), waiting_in(acting, on), missed_in(acting, on)
    office = town.offices.by_id[acting.office_id]
    return {
        "verdict": may_serve(acting, acting.office_id, town),
        "office": office,
        "counter": counter,
        "counters": counters_of(acting.office_id, town),
        "here": next((one for one in called if one.counter == counter), None),
        "elsewhere": [one for one in called if one.counter != counter],
        "waiting": waiting,
        "missed": missed,
        "errands": errands_of(acting.office_id, town),
        "today": figures_of(acting.office_id, on, 0)[0],
        "tablet": tablet_key(office.code),
        "nonce": new_nonce(),
        "mark": _mark([*(c.id for c in called), 0, *(w.id for w in waiting), 0, *(m.id for m in missed)]),
    }


def _mark(numbers: list[int]) -> str:
    """Tells whether a page shows these already."""
    return sha256(repr(numbers).encode()).hexdigest()[:16]


def _press(request: AtDesk, counter: int) -> None:
    """Do it; a no is said in words, and the page shows how the queue stands now."""
    form, act = Pressed(request.POST), request.POST.get("do", "")
    try:
        require(YES if act in PRESSES and form.is_valid() else Verdict(JUST_CHANGED))
        PRESSES[act](request, form, counter)
    except Refused as refused:
        messages.error(request, said(refused.verdict))


def _call_next(request: AtDesk, form: Pressed, counter: int) -> None:
    seen = form.cleaned_data["seen"] or 0
    verbs.call_next(by=request.acting, counter=counter, seen=seen, town=request.town, at=request.at)


def _again(request: AtDesk, form: Pressed, counter: int) -> None:
    ticket = _ticket(request, form)
    verbs.call_again(by=request.acting, ticket=ticket, counter=counter, town=request.town, at=request.at)


def _miss(request: AtDesk, form: Pressed, _counter: int) -> None:
    verbs.miss_ticket(by=request.acting, ticket=_ticket(request, form), town=request.town, at=request.at)


def _finish(request: AtDesk, form: Pressed, _counter: int) -> None:
    verbs.finish_ticket(by=request.acting, ticket=_ticket(request, form), town=request.town, at=request.at)


def _send_on(request: AtDesk, form: Pressed, _counter: int) -> None:
    to = form.cleaned_data["to"] or 0
    verbs.send_on(by=request.acting, ticket=_ticket(request, form), counter=to, town=request.town, at=request.at)


def _give(request: AtDesk, form: Pressed, _counter: int) -> None:
    given = form.cleaned_data
    language = given["language"] or get_language() or ""
    wish = verbs.Wish(request.acting.office_id, given["letter"], language, given["nonce"] or new_nonce())
    taken = verbs.take_ticket(by=request.acting, wish=wish, town=request.town, at=request.at)
    messages.success(request, gettext("Number given: %(number)s") % {"number": taken.words}, extra_tags="done")


def _ticket(request: AtDesk, form: Pressed) -> TicketFacts:
    ticket = ticket_in(request.acting, form.cleaned_data["ticket"] or 0, day_of(request.at))
    if ticket is None:
        raise Refused(JUST_CHANGED)
    return ticket


PRESSES: dict[str, Callable[[AtDesk, Pressed, int], None]] = {
    "next": _call_next,
    "again": _again,
    "miss": _miss,
    "finish": _finish,
    "send_on": _send_on,
    "give": _give,
}
