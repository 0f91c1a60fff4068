"""A new village begins here; and those that were begun, and have no office yet."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.office_forms import LANGUAGES
from yimen.desk.pages.people.part import is_done, of_administrators
from yimen.journeys.settling import settle_village
from yimen.kernel.languages import name_in
from yimen.places.queries import PlaceFacts

AT_MOST = 30


class Beginning(forms.Form):
    """What it is called, and where it lies."""

    township = forms.ChoiceField(label=_("Township"))
    zh = forms.CharField(label=_("Name in Chinese"), max_length=120)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=120, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=120, required=False)

    def __init__(self, data: Any, *, townships: list[PlaceFacts]) -> None:  # noqa: ANN401 – Django's own
        super().__init__(data)
        words = [(one.code, name_in(one.names, get_language() or "")) for one in townships]
        self.fields["township"].choices = [("", gettext("Please choose")), *words]  # type: ignore[attr-defined]


@of_administrators
def page(request: AtDesk) -> HttpResponse:
    """The first step; everything after it stands on the village's own page, to go on with another day."""
    places, path = request.town.places, request.acting.place_path
    inside = [one for one in places.places_below("") if one.path.startswith(path) and one.level in {"town", "township"}]
    townships = sorted(inside, key=lambda one: (one.level == "town", one.path))
    form = Beginning(request.POST if request.method == "POST" else None, townships=townships)
    if form.is_valid():
        typed, made = form.cleaned_data, list[str]()
        names = {language: typed[field] for field, language in LANGUAGES.items()}

        def act() -> None:
            made.append(settle_village(by=request.acting, township=typed["township"], names=names, at=request.at))

        if is_done(form, act):
            messages.success(request, gettext("The village is there. Go on with its areas."), extra_tags="done")
            return redirect("desk_village", made[0])
    served = {office.place_id for office in request.town.offices.by_id.values() if office.is_open}
    begun = [one for one in places.places_below(path, "village") if one.id not in served]
    return render(request, "desk/villages/listing.html", {"form": form, "begun": begun[:AT_MOST]})
