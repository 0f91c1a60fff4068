"""Asking for a call by video: what would make it easier, how many wait, when somebody is there, and the other ways."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as later
from django.views.decorators.cache import never_cache

from yimen.cases.queries import case_by_receipt
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel import clock
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.verdict import Refused
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.hours import Shown, shown
from yimen.public.pages.visits.centre import SOMEBODY, centre_of
from yimen.public.receipts import SLOW_DOWN, address_of
from yimen.public.saying import said
from yimen.routing.town import Town, the_town
from yimen.video.policies import may_ask_at
from yimen.video.queries import waiting_at
from yimen.video.rules import TOO_MANY
from yimen.video.verbs import Wish, ask_for_call
from yimen.video.words import need_choices


class Asking(forms.Form):
    """All of it may be left out; there is no field for a name."""

    nonce = forms.CharField(widget=forms.HiddenInput, max_length=64)
    needs = forms.MultipleChoiceField(
        label=later("What would make it easier for you?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    receipt = forms.CharField(
        label=later("Receipt of your case, if it is about one"), max_length=60, required=False,
        help_text=later("The clerk can then open it. You see that they did."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "y-code"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nonce", new_nonce())
        if self.is_bound and not NONCE.fullmatch(self.data.get("nonce", "")):
            self.data = self.data.copy()  # type: ignore[attr-defined] # a QueryDict
            self.data["nonce"] = new_nonce()  # type: ignore[index]
        needs = self.fields["needs"]
        assert isinstance(needs, forms.ChoiceField)  # noqa: S101 – for the type checker
        needs.choices = need_choices()


@never_cache
def nearest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """By video without saying where: at the town's own service desk."""
    town = the_town()
    try:
        place = town.places.town
        return redirect("video-centre", town.offices.one_door([place.id] if place else []).code)
    except Refused:
        raise Http404 from None


@never_cache
@from_this_site
def page(request: HttpRequest, centre: str) -> HttpResponse:
    """A form without a name; sent twice it is one call. The next page is the waiting room."""
    town, at = the_town(), clock.now()
    office = centre_of(centre, town)
    form = Asking(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        try:
            return redirect("meeting", _asked(request, form, office.id, town))
        except Refused as refusal:
            status = SLOW_DOWN if refusal.verdict.reason == TOO_MANY else 200
            form.add_error(None, said(refusal))
    seen = {
        "form": form,
        "centre": centre_now(office.id, town, language_of(request)),
        "verdict": may_ask_at(office.id, town, at),
        "waiting": waiting_at(office.id, at),
        "urgent": [one for one in town.catalogue.doors.values() if one.is_urgent],
    }
    return render(request, "public/video/ask.html", seen, status=status)


def _asked(request: HttpRequest, form: Asking, office_id: int, town: Town) -> str:
    typed, address, at = form.cleaned_data, address_of(request), clock.now()
    case = case_by_receipt(typed["receipt"], address=address, at=at) if typed["receipt"] else None
    wish = Wish(
        office_id, language_of(request), typed["nonce"],
        needs=tuple(typed["needs"]), case=case, address=address,
    )  # fmt: skip
    return ask_for_call(by=SOMEBODY, wish=wish, town=town, at=at)


def centre_now(office_id: int, town: Town, reader: str) -> Shown:
    """The centre with its hours, and whether it is open."""
    here = localtime(clock.now())
    works = calendar_for(edition_of(town.editions)).works(here.date())
    return shown(town.offices.by_id[office_id], reader, works=works, at=here)
