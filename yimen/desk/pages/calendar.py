"""The town's own days: local holidays, and days on which it works although the country rests."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.deadlines.policies import may_change_calendar
from yimen.deadlines.previewing import preview_day
from yimen.deadlines.queries import local_days, terms_counted
from yimen.deadlines.verbs.clear_day import clear_local_day
from yimen.deadlines.verbs.mark_day import mark_local_day, names_of_day
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.days import DayField
from yimen.desk.words import said
from yimen.kernel.models import editions
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused

FORBIDDEN = 403


class OwnDay(forms.Form):
    """One day, what it is, and what it is called."""

    on = DayField(label=_("Day"))
    works = forms.ChoiceField(
        label=_("On this day the town"),
        choices=[("", _("rests")), ("yes", _("works"))],
        widget=forms.RadioSelect,
        required=False,
    )
    zh = forms.CharField(label=_("Name in Chinese"), max_length=60, required=False)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=60, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=60, required=False)

    def names(self) -> dict[str, str]:
        """The name by language."""
        typed = self.cleaned_data
        return {"zh-hans": typed["zh"], "bo": typed["bo"], "en": typed["en"]}

    def day(self) -> dict[str, Any]:
        """The day, as the verb takes it."""
        return {"on": self.cleaned_data["on"], "works": bool(self.cleaned_data["works"]), "names": self.names()}


class TakeBack(forms.Form):
    """The day that is the country's again."""

    clear = DayField()


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """All own days; the administrator marks one more, or takes one back, having seen which dates would move.

    The worker then counts open cases again, bit by bit.
    """
    verdict = may_change_calendar(request.acting)
    form = OwnDay(request.POST if "on" in request.POST else None)
    gone = TakeBack(request.POST if "clear" in request.POST else None)
    effects: dict[str, object] = {}
    try:
        if verdict and form.is_valid():
            if _is_previewed(request):
                mark_local_day(by=request.acting, **form.day(), at=request.at)
                return _done(request)
            names_of_day(form.names())
            effects = _effects(request, **form.day())
        if verdict and gone.is_valid():
            on = gone.cleaned_data["clear"]
            if _is_previewed(request):
                clear_local_day(by=request.acting, on=on, at=request.at)
                return _done(request)
            effects = _effects(request, on=on, works=None, names={}) | {"clear": on}
    except Refused as refused:
        if form.is_bound:
            form.add_error(None, said(refused.verdict))
        else:
            messages.error(request, said(refused.verdict))
    seen = {"form": form, "days": local_days(), "verdict": verdict, "counted": terms_counted()}
    return render(request, "desk/calendar.html", seen | effects, status=200 if verdict else FORBIDDEN)


def _mark(request: AtDesk) -> str:
    """A mark of what is asked for, so that what is done is what was previewed."""
    asked = ("on", "works", "zh", "bo", "en", "clear")
    return seen_as({name: request.POST.get(name, "") for name in asked})


def _is_previewed(request: AtDesk) -> bool:
    return "do" in request.POST and request.POST.get("previewed") == _mark(request)


def _effects(request: AtDesk, *, on: date, works: bool | None, names: dict[str, str]) -> dict[str, object]:
    """Which dates would move, and to which days."""
    found = preview_day(on, works=works, names=names, editions=editions())
    return {"effects": found, "previewed": _mark(request)}


def _done(request: AtDesk) -> HttpResponse:
    messages.success(request, gettext("The calendar has changed. The dates of open cases are being counted again."))
    return redirect("desk_calendar")
