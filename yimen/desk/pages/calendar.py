"""The town's own days: local holidays, and days on which it works although the country rests."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.deadlines.policies import may_change_calendar
from yimen.deadlines.queries import local_days
from yimen.deadlines.verbs.clear_day import clear_local_day
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.verdict import Refused

FORBIDDEN = 403


class OwnDay(forms.Form):
    """One day, what it is, and what it is called."""

    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
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


class TakeBack(forms.Form):
    """The day that is the country's again."""

    clear = forms.DateField()


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """All own days; the administrator marks one more, or takes one back. The worker then counts open cases again."""
    verdict = may_change_calendar(request.acting)
    form = OwnDay(request.POST if "on" in request.POST else None)
    gone = TakeBack(request.POST if "clear" in request.POST else None)
    try:
        if form.is_valid():
            works = bool(form.cleaned_data["works"])
            mark_local_day(
                by=request.acting, on=form.cleaned_data["on"], works=works, names=form.names(), at=request.at
            )
            return _done(request)
        if gone.is_valid():
            clear_local_day(by=request.acting, on=gone.cleaned_data["clear"], at=request.at)
            return _done(request)
    except Refused as refused:
        if form.is_bound:
            form.add_error(None, said(refused.verdict))
        else:
            messages.error(request, said(refused.verdict))
    seen = {"form": form, "days": local_days(), "verdict": verdict}
    return render(request, "desk/calendar.html", seen, status=200 if verdict else FORBIDDEN)


def _done(request: AtDesk) -> HttpResponse:
    messages.success(request, gettext("The calendar has changed. The dates of open cases are being counted again."))
    return redirect("desk_calendar")
