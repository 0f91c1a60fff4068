"""The counters of a centre, and what they serve: set up by the administrator of its place."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.office_forms import LANGUAGES
from yimen.desk.pages.people.part import is_done, of_administrators, office_here
from yimen.people.queries import OfficeFacts
from yimen.people.verbs.set_up_counter import MOST_COUNTERS, set_up_counter
from yimen.visits.policies import CENTRE
from yimen.visits.queries import counters_of, errands_of
from yimen.visits.rules import ANYTHING, LONGEST, SHORTEST, Errand
from yimen.visits.verbs import close_errand, set_up_errand


class Named(forms.Form):
    """A name in the town's languages."""

    zh = forms.CharField(label=_("Name in Chinese"), max_length=60, required=False)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=60, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=60, required=False)

    def names(self) -> dict[str, str]:
        """The name by language."""
        return {code: typed for field, code in LANGUAGES.items() if (typed := self.cleaned_data[field])}


class CounterForm(Named):
    """A counter more, or another name for one."""

    number = forms.IntegerField(label=_("Number of the counter"), min_value=1, max_value=MOST_COUNTERS)
    field_order = ("number", *LANGUAGES)


class ErrandForm(Named):
    """An errand more, or changed: known by its letter."""

    letter = forms.CharField(label=_("Letter before the number"), max_length=1)
    minutes = forms.IntegerField(label=_("Minutes that it takes"), min_value=SHORTEST, max_value=LONGEST)
    at_once = forms.IntegerField(
        label=_("How many can book the same time"), help_text=_("0: no bookings."), min_value=0, max_value=20, initial=1
    )
    at_counters = forms.CharField(
        label=_("Counters that serve it"),
        help_text=_("Such as 2, 3. Empty: all of them."),
        max_length=80,
        required=False,
    )
    field_order = ("letter", *LANGUAGES, "minutes", "at_once", "at_counters")

    def clean_at_counters(self) -> tuple[int, ...]:
        """Numbers, with anything between them."""
        return tuple(sorted({int(number) for number in re.findall(r"\d{1,3}", self.cleaned_data["at_counters"])}))

    def errand(self) -> Errand:
        """As the verb takes it."""
        typed = self.cleaned_data
        return Errand(typed["letter"].upper(), self.names(), typed["minutes"], typed["at_counters"], typed["at_once"])


@of_administrators
def page(request: AtDesk, office: int) -> HttpResponse:
    """Both lists, and a form below each; an errand is changed by writing its letter anew."""
    centre = office_here(request, request.town, office)
    if centre.kind != CENTRE:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    counter = CounterForm(sent if "number" in request.POST else None)
    errand = ErrandForm(sent if "minutes" in request.POST else None, initial={"minutes": ANYTHING.minutes})
    if counter.is_valid() and is_done(counter, lambda: _counter(request, centre, counter)):
        return _kept(request, office)
    if errand.is_valid() and is_done(errand, lambda: _errand(request, centre, errand.errand())):
        return _kept(request, office)
    if "close" in request.POST:
        letter = request.POST["close"][:1]
        close_errand(by=request.acting, office_id=office, letter=letter, town=request.town, at=request.at)
        return _kept(request, office)
    context: dict[str, Any] = {
        "office": centre,
        "counters": counters_of(office, request.town),
        "errands": errands_of(office, request.town),
        "anything": ANYTHING,
        "counter": counter,
        "errand": errand,
    }
    return render(request, "desk/visits/counters.html", context)


def _counter(request: AtDesk, centre: OfficeFacts, form: CounterForm) -> None:
    number = form.cleaned_data["number"]
    set_up_counter(by=request.acting, office=centre.code, number=number, names=form.names(), at=request.at)


def _errand(request: AtDesk, centre: OfficeFacts, errand: Errand) -> None:
    set_up_errand(by=request.acting, office_id=centre.id, errand=errand, town=request.town, at=request.at)


def _kept(request: AtDesk, office: int) -> HttpResponse:
    messages.success(request, gettext("Kept. The tablets show it from now on."), extra_tags="done")
    return redirect("desk_counters", office)
