"""Areas from a GeoJSON file, or pasted: what is wrong is said feature by feature; what is right is looked at first."""

from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.areas.drafting import When, drafted
from yimen.desk.pages.people.part import of_administrators, place_here
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.places.geojson import Properties, read_bytes
from yimen.places.outlines import Feature
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town

MOST_BYTES = 8_000_000


class Importing(When):
    """The file, which property says what, and from when."""

    file = forms.FileField(label=_("GeoJSON file"), help_text=_("At most 8 MB."), required=False)
    pasted = forms.CharField(
        label=_("Or paste it here"), widget=forms.Textarea({"rows": 6, "spellcheck": "false"}), required=False
    )
    code_property = forms.CharField(label=_("The property with the code"), max_length=60, initial="code")
    name_property = forms.CharField(label=_("The property with the name"), max_length=60, required=False)
    parent_property = forms.CharField(
        label=_("The property with the code of the village or township"), max_length=60, required=False
    )
    language = forms.ChoiceField(label=_("Language of the names"), choices=settings.LANGUAGES)
    replace = forms.BooleanField(
        label=_("Areas of this place that are not in the file come to their end"), required=False
    )
    field_order = (
        "file", "pasted", "code_property", "name_property", "parent_property", "language", "from_on", "replace", "mend",
        "allow_gaps",
    )  # fmt: skip

    def clean_file(self) -> Any:  # noqa: ANN401 – what Django calls an uploaded file
        """Not larger than a town's areas are."""
        sent = self.cleaned_data["file"]
        if sent and sent.size > MOST_BYTES:
            raise forms.ValidationError(gettext("This file is larger than 8 MB. Larger files go with the command."))
        return sent

    def clean(self) -> None:
        """One of the two; what the file says is understood, or refused with the line or the feature."""
        typed = self.cleaned_data
        sent = typed.get("file")
        content = sent.read() if sent else typed.get("pasted", "").encode()
        if not content.strip():
            if not self.errors.get("file"):  # a file that is too large was chosen
                self.add_error("file", gettext("Choose a file, or paste what is in it."))
            return
        which = Properties(*(typed.get(f"{what}_property", "") for what in ("code", "name", "parent")))
        try:
            self.features = read_bytes(content, sent.name if sent else gettext("What you pasted"), which)
        except Refused as refused:
            self.add_error("file" if sent else "pasted", said(refused.verdict))


@of_administrators
def page(request: AtDesk) -> HttpResponse:
    """Nothing changes here: what fits leads to the page on which it is looked at."""
    town = request.town
    place = place_here(request, town)
    begun = {"from_on": day_of(request.at)}
    form = Importing(request.POST or None, request.FILES or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        features = [_placed(feature, place, town) for feature in form.features]
        language = form.cleaned_data["language"]
        names = {feature.code: {language: feature.name} for feature in features if feature.name}
        own = {feature.code for feature in features}
        areas = town.places.places_below(place.path, "area") if form.cleaned_data["replace"] else []
        if pk := drafted(request, form, features, names, [area.code for area in areas if area.code not in own]):
            return redirect("desk_redraw", pk)
    return render(request, "desk/areas/importing.html", {"form": form, "place": place})


def _placed(feature: Feature, place: PlaceFacts, town: Town) -> Feature:
    """What the file does not say of where it lies: where it lies already, else in the place of this page."""
    known = town.places.by_code.get(feature.code)
    if feature.parent:
        return feature
    return replace(feature, parent=known.path.split("/")[-3] if known and known.level == "area" else place.code)
