"""One area: how it stands and stood, and what can become of it from a day on."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import shapely
from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from shapely.ops import split

from yimen.desk.acting import AtDesk
from yimen.desk.areas.drafting import When, corners, drafted
from yimen.desk.areas.pictures import Drawn, Picture, picture
from yimen.desk.areas.then import area_then
from yimen.desk.pages.people.office_forms import LANGUAGES
from yimen.desk.pages.people.part import guide_of, of_administrators
from yimen.kernel.clock import day_of, read_day
from yimen.kernel.languages import name_in
from yimen.places.outlines import Feature
from yimen.places.past import Version, versions_of
from yimen.places.queries import PlaceFacts, outlines
from yimen.places.rules import CODE
from yimen.routing.town import Town

_LINES = {"rows": 6, "spellcheck": "false"}


class Named(When):
    """A change with names."""

    zh = forms.CharField(label=_("Name in Chinese"), max_length=120, required=False)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=120, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=120, required=False)

    def names(self) -> dict[str, str]:
        """By language."""
        return {code: typed for field, code in LANGUAGES.items() if (typed := self.cleaned_data[field])}


class Redrawing(Named):
    """Another outline, or another name."""

    points = forms.CharField(
        label=_("Corners of the outline"),
        help_text=_("One a line, east and north, or tapped on the map above. Empty: the outline stays."),
        widget=forms.Textarea(_LINES),
        required=False,
    )
    field_order = ("zh", "bo", "en", "points", "from_on", "mend", "allow_gaps")

    def clean_points(self) -> list[tuple[float, float]]:
        """At least a triangle."""
        return corners(self.cleaned_data["points"], 3)


class Splitting(Named):
    """A line across it; the smaller part becomes an area of its own."""

    town: Town  # for the codes that are taken
    code = forms.CharField(label=_("Code of the new area"), max_length=32)
    line = forms.CharField(
        label=_("The line that parts it"),
        help_text=_(
            "One point a line, east and north, or tapped on the map above. Begin and end it outside of the area."
        ),
        widget=forms.Textarea(_LINES),
    )
    field_order = ("code", "zh", "bo", "en", "line", "from_on", "mend", "allow_gaps")

    def clean_line(self) -> list[tuple[float, float]]:
        """At least a stroke."""
        return corners(self.cleaned_data["line"], 2)

    def clean_code(self) -> str:
        """One that no place has or had."""
        code: str = self.cleaned_data["code"].strip()
        if not CODE.fullmatch(code) or code in self.town.places.by_code:
            raise forms.ValidationError(gettext("Take another code: letters and digits that no place has had yet."))
        return code


class Merging(When):
    """A neighbour that becomes a part of it."""

    other = forms.ChoiceField(label=_("Which area becomes a part of this one"))
    field_order = ("other", "from_on", "mend", "allow_gaps")


class Retiring(When):
    """It ends."""


WHAT: dict[str, type[When]] = {"redraw": Redrawing, "split": Splitting, "merge": Merging, "retire": Retiring}


@of_administrators
def page(request: AtDesk, code: str) -> HttpResponse:
    """Four things can become of it; each leads to the page on which the change is looked at."""
    town = request.town
    area = town.places.by_code.get(code)
    if area is None or area.level != "area" or not area.path.startswith(request.acting.place_path):
        raise Http404
    drawn = outlines([area.id]).get(area.id)
    shape = shapely.from_wkb(drawn) if drawn else None
    guide = guide_of(request)
    forms_here = {what: _form(what, request, area) for what in WHAT}
    for what, form in forms_here.items():
        if form.is_valid() and (pk := DO[what](request, area, shape, form)):
            looking = redirect("desk_redraw", pk)
            looking["Location"] += f"?guide={guide}" if guide else ""
            return looking
    legend = {"all": gettext("This area"), "plain": gettext("Its neighbours")}
    then = _as_it_was(request, area)
    context = {
        "area": area,
        "guide": guide,
        "place": town.places.by_id.get(area.parent_id or 0),
        "picture": then or picture(gettext("The area as it stands"), _around(town, area), legend),
        "is_then": then is not None,
        "bounds": ",".join(f"{side:.6f}" for side in shape.bounds) if shape is not None else "",
        "versions": [(one, _last_day(one) if one.outline != drawn else None) for one in versions_of(area.id)],
        **forms_here,
    }
    return render(request, "desk/areas/one.html", context)


def _as_it_was(request: AtDesk, area: PlaceFacts) -> Picture | None:
    """How it was drawn on the day that the address asks for; nothing if it is drawn so today."""
    day = read_day(request.GET.get("on", ""))
    then = area_then(request.town, area.id, day) if day else None
    return then.picture if then else None


def _last_day(version: Version) -> date | None:
    """The last day on which it stood so."""
    return version.until_on - timedelta(days=1) if version.until_on and version.outline else None


def _form(what: str, request: AtDesk, area: PlaceFacts) -> Any:  # noqa: ANN401 – one of four forms
    sent = request.POST if request.method == "POST" and request.POST.get("what") == what else None
    begun: dict[str, object] = {"from_on": day_of(request.at)}
    if what == "redraw":
        begun |= {field: area.names.get(language, "") for field, language in LANGUAGES.items()}
    form = WHAT[what](sent, initial=begun, auto_id=f"{what}_%s")
    if isinstance(form, Splitting):
        form.town = request.town
    if isinstance(form, Merging):
        others = [a for a in _near(request.town, area) if a.path.startswith(request.acting.place_path)]
        words = [(a.code, f"{name_in(a.names, get_language() or '')} · {a.code}") for a in others]
        form.fields["other"].choices = [("", gettext("Please choose")), *words]  # type: ignore[attr-defined]
    return form


def _near(town: Town, area: PlaceFacts) -> list[PlaceFacts]:
    """The other areas of its township (or town, if that has none)."""
    above = "/".join(area.path.split("/")[:2]) + "/"
    return [other for other in town.places.places_below(above, "area") if other.id != area.id]


def _around(town: Town, area: PlaceFacts) -> list[Drawn]:
    near = _near(town, area)
    drawn = outlines([area.id, *(other.id for other in near)])
    return [
        *(Drawn(other.code, "plain", drawn.get(other.id), other.names) for other in near),
        Drawn(area.code, "all", drawn.get(area.id), area.names),
    ]


def _redraw(request: AtDesk, area: PlaceFacts, _shape: object, form: Any) -> int | None:  # noqa: ANN401 – one of the forms
    points = form.cleaned_data["points"]
    outline = shapely.Polygon(points) if points else None
    return drafted(request, form, [Feature(1, area.code, outline)], {area.code: form.names()})


def _split(request: AtDesk, area: PlaceFacts, shape: Any, form: Any) -> int | None:  # noqa: ANN401 – a shape, a form
    parts = list(split(shape, shapely.LineString(form.cleaned_data["line"])).geoms) if shape is not None else []
    if len(parts) != 2:
        form.add_error(
            "line", gettext("This line does not part the area in two. Begin and end it outside of the area.")
        )
        return None
    rest, new = sorted(parts, key=lambda part: -part.area)
    code = form.cleaned_data["code"]
    features = [Feature(1, area.code, rest), Feature(2, code, new, parent=area.path.split("/")[-3])]
    return drafted(request, form, features, {code: form.names()})


def _merge(request: AtDesk, area: PlaceFacts, shape: Any, form: Any) -> int | None:  # noqa: ANN401 – a shape, a form
    other = request.town.places.by_code[form.cleaned_data["other"]]
    drawn = outlines([other.id]).get(other.id)
    parts = [part for part in (shape, shapely.from_wkb(drawn) if drawn else None) if part is not None]
    return drafted(request, form, [Feature(1, area.code, shapely.union_all(parts))], {}, [other.code])


def _retire(request: AtDesk, area: PlaceFacts, _shape: object, form: Any) -> int | None:  # noqa: ANN401 – one of the forms
    return drafted(request, form, [], {}, [area.code])


DO: dict[str, Callable[..., int | None]] = {"redraw": _redraw, "split": _split, "merge": _merge, "retire": _retire}
