"""Who waits for a call by video at this centre, and the calls that are going on."""

from collections.abc import Callable
from hashlib import sha256

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import YES, Refused, Verdict, require
from yimen.people.rules import Role
from yimen.video import verbs
from yimen.video.policies import may_take
from yimen.video.queries import CallFacts, Listed, call_in, listed_in
from yimen.video.words import need_in_words

NOTHING_NEW = 204


class Pressed(forms.Form):
    """One press in the list: which call, and in which language a link is given."""

    call = forms.IntegerField(required=False, min_value=1)
    language = forms.ChoiceField(required=False, choices=settings.LANGUAGES)


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """In the order in which they came. Asked for itself, only what has changed since."""
    if request.acting.role is not Role.CLERK:
        raise Http404
    verdict = may_take(request.acting, request.acting.office_id, request.town)
    if not verdict:
        return render(request, "desk/video/listing.html", {"verdict": verdict}, status=403)
    link = ""
    if request.method == "POST":
        led = _press(request)
        if isinstance(led, HttpResponse):
            return led
        link = led
    calls = listed_in(request.acting, request.at)
    seen = {
        "verdict": verdict,
        "calls": [(one, [need_in_words(code) for code in one.needs]) for one in calls],
        "mark": _mark(calls),
        "link": link,
        "office": request.town.offices.by_id[request.acting.office_id],
    }
    if "now" not in request.GET:
        return render(request, "desk/video/listing.html", seen)
    if request.GET["now"] == seen["mark"]:
        return HttpResponse(status=NOTHING_NEW)
    return render(request, "desk/video/waiting.html", seen)


def _mark(calls: list[Listed]) -> str:
    """Tells whether a page shows these already."""
    return sha256(repr(calls).encode()).hexdigest()[:16]


def _press(request: AtDesk) -> HttpResponse | str:
    """Do it: into the call, or the link that was made; a no is said in words."""
    form, act = Pressed(request.POST), request.POST.get("do", "")
    try:
        require(YES if act in PRESSES and form.is_valid() else Verdict(JUST_CHANGED))
        return PRESSES[act](request, form)
    except Refused as refused:
        messages.error(request, said(refused.verdict))
        return redirect("desk_video")


def _take(request: AtDesk, form: Pressed) -> HttpResponse:
    call = _call(request, form)
    verbs.take_call(by=request.acting, call=call, town=request.town, at=request.at)
    return redirect("desk_video_call", call.pk)


def _take_over(request: AtDesk, form: Pressed) -> HttpResponse:
    call = _call(request, form)
    verbs.take_over_call(by=request.acting, call=call, town=request.town, at=request.at)
    return redirect("desk_video_call", call.pk)


def _prepare(request: AtDesk, form: Pressed) -> str:
    language = form.cleaned_data["language"] or settings.LANGUAGE_CODE
    key = verbs.prepare_call(by=request.acting, language=language, town=request.town, at=request.at)
    return request.build_absolute_uri(f"{reverse('meeting', args=[key])}?lang={language}")


def _call(request: AtDesk, form: Pressed) -> CallFacts:
    call = call_in(request.acting, form.cleaned_data["call"] or 0)
    if call is None:
        raise Refused(JUST_CHANGED)
    return call


PRESSES: dict[str, Callable[[AtDesk, Pressed], HttpResponse | str]] = {
    "take": _take,
    "take_over": _take_over,
    "prepare": _prepare,
}
