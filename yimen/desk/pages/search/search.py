"""Finding a matter by its words."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import offices_of
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.beside.coming_back import remembered
from yimen.desk.filters import ANY, Filters, Scene
from yimen.desk.pages.search.receipt import Receipt
from yimen.desk.words import KINDS, Words, said
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.privacy.rules import NO_PURPOSE, purposes_of
from yimen.search.finding import NEWEST, Found, Hit, Wanted, search
from yimen.search.marking.snippets import Piece

PARTS: dict[str, Words] = {
    "place": _("Place"),
    "added": _("The resident added something"),
    "question": _("The resident was asked"),
    "reply": _("The resident replied"),
    "reason": _("Reason"),
    "claims": _("What was asked"),
    "facts": _("What was found"),
    "opinion": _("Answer"),
    "basis": _("Law or rule"),
}


class Narrowing(Filters):
    """What is searched for: words, and the filters of the lists; a supervisor may choose an office too."""

    due_until = None  # type: ignore[assignment] # how Django takes a field away
    words = forms.CharField(
        label=_("Words of the matter"),
        required=False,
        widget=forms.TextInput({"class": "govuk-input", "type": "search", "autocomplete": "off"}),
    )
    office = forms.ChoiceField(label=_("Office"), required=False)
    field_order = ("words",)

    def fit(self, here: AtDesk) -> None:
        """Offer the offices that this post works with, if there are several."""
        language = get_language() or ""
        offices = [here.town.offices.by_id[pk] for pk in offices_of(here.acting, here.town)]
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types: it is one, above
        field.choices = [ANY, *((office.code, name_in(office.names, language)) for office in offices)]
        if len(offices) < 2:
            del self.fields["office"]
        self.full_clean()

    def asked_for(self, today: date) -> Wanted:
        """What to search for."""
        said = {name: self.cleaned_data.get(name) or "" for name in (*self.fields, "office")}
        town = self.town
        category, place = town.catalogue.by_code.get(said["category"]), town.places.by_code.get(said["place"])
        office = town.offices.by_code.get(said["office"])
        from_on, until_on = self.cleaned_data.get("received_from"), self.cleaned_data.get("received_to")
        return Wanted(
            words=said["words"],
            category=category.id if category else None,
            place=place.id if place else None,
            office=office.id if office else None,
            channel=said["channel"],
            state=said["state"],
            kind=said["kind"],
            language=said["language"],
            from_on=from_on,
            until_on=until_on or (today if from_on else None),
            before=number_in(self.asked.get("after", "")) or NEWEST,
        )


@dataclass(frozen=True)
class Row:
    """One hit as it is shown."""

    number: int
    category: dict[str, str]
    place: dict[str, str]
    kind: Words
    state: str
    is_late: bool
    on: date
    part: Words
    language: str
    pieces: list[Piece]


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """The box and its filters; below, the newest twenty cases that contain what was asked for, each a noted look."""
    acting, town = request.acting, request.town
    if not purposes_of(acting.role):
        return render(request, "desk/no_cases.html", {"why": gettext(NO_PURPOSE[acting.role])})
    form = Narrowing(request.GET.dict(), Scene.of(acting, town))
    form.fit(request)
    chosen = form.chosen()
    found, why = Found(), ""
    if chosen.get("words"):
        try:
            found = search(acting, form.asked_for(day_of(request.at)), town, at=request.at)
        except Refused as refused:
            why = said(refused.verdict)
    context = {
        "form": form,
        "is_asked": bool(chosen.get("words")) and not why,
        "is_narrowed": len(chosen) > 1,
        "why": why,
        "rows": [_row(hit, request) for hit in found.hits],
        "first": f"?{urlencode(chosen)}" if "after" in request.GET else "",
        "next": f"?{urlencode(chosen | {'after': found.next})}" if found.next else "",
        "receipt": Receipt(),
    }
    return remembered(request, render(request, "desk/search/search.html", context))


def _row(hit: Hit, request: AtDesk) -> Row:
    case, town = hit.case, request.town
    category, place = town.catalogue.by_id.get(case.category_id or 0), town.places.by_id.get(case.area_id or 0)
    return Row(
        number=case.pk,
        category=dict(category.names) if category else {},
        place=dict(place.names) if place else {},
        kind=KINDS[case.kind],
        state=case.state,
        is_late=case.is_late(day_of(request.at)),
        on=day_of(case.received_at),
        part=PARTS.get(hit.part, ""),
        language=case.language,
        pieces=hit.pieces,
    )
