"""The call-taker's screen: the form of the counter, and beside it a clock, answers, and where a case stands."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from yimen.calls.rules import LONGEST_ABOUT, NO_NUMBER
from yimen.calls.verbs import wish_call_back
from yimen.cases.rules import LONGEST_WORDS, Channel
from yimen.cases.standing import standing_told
from yimen.cases.words import DESK_TURNS, STATES
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.calling import clock
from yimen.desk.pages.visits.taking_in import Frame, take_in
from yimen.desk.taking.form import TakingIn
from yimen.desk.words import said
from yimen.intake.policies import may_take_in
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import Refused
from yimen.knowledge.finding import LONGEST_QUESTION
from yimen.knowledge.queries import entries_about
from yimen.privacy.rules import TOO_MANY_WRONG

FOUND_AT_ONCE = 5
SLOW_DOWN = 429
#: What the form is sent for besides being read back: nothing of it is lost, and nothing is written down.
BESIDE = ("begin", "line", "ask", "standing")


class CallBackWish(forms.Form):
    """Whoever wants to be called back says the number; nobody is found by it."""

    back = forms.CharField(label=_("Number to call back"), max_length=40)
    words = forms.CharField(required=False, max_length=LONGEST_WORDS)
    language = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES])


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One address for the whole call, so that what was typed is never left behind."""
    if not may_take_in(request.acting):
        raise Http404
    does = request.POST.get("do", "")
    if does == "over":
        return _over(request)
    if does == "wish":
        return _wish(request)
    if does in BESIDE:
        return _beside(request, does)
    return take_in(request, _frame(request))


@at_desk
def ticking(request: AtDesk) -> HttpResponse:
    """The clock alone: asked again and again where the exchange tells of calls."""
    if not may_take_in(request.acting):
        raise Http404
    return render(request, "desk/phone/clock.html", _clock(request))


def _over(request: AtDesk) -> HttpResponse:
    if minutes := clock.over(request):
        words = ngettext("The call took %(n)s minute.", "The call took %(n)s minutes.", minutes) % {"n": minutes}
        messages.success(request, words, extra_tags="done")
    return _kept(request) if request.POST.get("words") else redirect("desk_phone")


def _wish(request: AtDesk) -> HttpResponse:
    form, why = CallBackWish(request.POST), ""
    if form.is_valid():
        given = form.cleaned_data
        try:
            about = given["words"][:LONGEST_ABOUT]
            wish_call_back(
                by=request.acting, phone=given["back"], about=about, language=given["language"], at=request.at
            )
        except Refused as refused:
            why = said(refused.verdict)
        else:
            messages.success(request, gettext("It is on the list of those to call back."), extra_tags="done")
            return redirect("desk_phone")
    return _kept(request, back=request.POST.get("back", ""), wrong=why or gettext(NO_NUMBER))


def _beside(request: AtDesk, does: str) -> HttpResponse:
    if does == "begin":
        clock.begin(request)
    if does == "line":
        clock.sit_at(request, request.POST.get("line", ""))
    if does != "standing":
        return _kept(request)
    try:
        told = standing_told(request.acting, request.POST.get("receipt", ""), at=request.at)
    except Refused as refused:
        status = SLOW_DOWN if refused.verdict.reason == TOO_MANY_WRONG else 200
        return _kept(request, no_standing=said(refused.verdict), status=status)
    seen = {
        "state": STATES[told.state],
        "turn": DESK_TURNS[told.turn],
        "office": request.town.offices.by_id[told.office_id],
        "due_on": told.due_on,
        "language": told.language,
    }
    return _kept(request, standing=seen)


def _kept(request: AtDesk, status: int = 200, **seen: object) -> HttpResponse:
    """The page as it was, with all that was typed."""
    form = TakingIn(town=request.town, initial=_typed(request))
    frame = _frame(request)
    context = frame.seen | {"form": form, "urgent": frame.urgent(request), "lists": form.lists()} | seen
    return render(request, frame.template, context, status=status)


def _typed(request: AtDesk) -> dict[str, object]:
    """What stands in the form now; nothing of it is judged yet."""
    fields = {name: field for name, field in TakingIn.base_fields.items() if name in request.POST}
    several = {name for name, field in fields.items() if isinstance(field, forms.MultipleChoiceField)}
    return {name: request.POST.getlist(name) if name in several else request.POST[name] for name in fields}


def _frame(request: AtDesk) -> Frame:
    asked = request.POST.get("q", request.GET.get("q", "")).strip()[:LONGEST_QUESTION]
    edition = request.town.editions.get("knowledge", 0)
    seen = _clock(request) | {"q": asked, "found": entries_about(asked, edition)[:FOUND_AT_ONCE] if asked else []}
    return Frame("desk/phone/call.html", Channel.PHONE, seen)


def _clock(request: AtDesk) -> dict[str, object]:
    here = clock.clock_of(request)
    return {"clock": here, "minutes": clock.so_far(here, request.at)}
