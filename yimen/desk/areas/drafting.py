"""From what was typed or sent to a change that can be looked at: checked against the areas that stay, then kept."""

from collections.abc import Sequence
from math import isfinite

import shapely
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.days import DayField
from yimen.desk.words import said
from yimen.kernel.verdict import Refused
from yimen.places.fitting import fit
from yimen.places.outlines import Feature, Problem
from yimen.places.queries import outlines
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.redraws.verbs.draft_redraw import draft_redraw
from yimen.routing.town import Town

SAID = 12  # sentences about what is wrong; the rest is counted
Names = dict[str, dict[str, str]]


class When(forms.Form):
    """What every change of areas asks."""

    from_on = DayField(
        label=_("From which day"),
        help_text=_("Today: as soon as you have agreed. Cases keep the area they lay in."),
    )
    mend = forms.BooleanField(
        label=_("Mend overlaps, gaps and crossed lines"),
        help_text=_("Neighbours then share their border exactly. The preview shows whose border moves."),
        required=False,
    )
    allow_gaps = forms.BooleanField(
        label=_("Ground without an area may stay"),
        help_text=_("Such as a lake, or ground of another town."),
        required=False,
    )


def drafted(
    request: AtDesk, form: forms.Form, new: Sequence[Feature], names: Names, ended: Sequence[str] = ()
) -> int | None:
    """The number of the kept change; none if something is wrong: then the form says what, feature by feature."""
    town, typed = request.town, form.cleaned_data
    if town.places.town is None:
        return None
    redrawn = [feature for feature in new if feature.geometry is not None or feature.code not in town.places.by_code]
    before, gone = _standing(town), {feature.code for feature in redrawn} | set(ended)
    staying = [feature for feature in before if feature.code not in gone]
    fitted = fit(redrawn, staying, before, mend=typed["mend"], allow_gaps=typed["allow_gaps"])
    if fitted.problems:
        _say(form, fitted.problems)
        return None
    features = [*fitted.features, *(feature for feature in new if feature not in redrawn)]
    gaps = _gaps(fitted.features, staying, before) if typed["allow_gaps"] else []
    plan = _plan(town, features, names, ended)
    try:
        return draft_redraw(by=request.acting, plan=plan, from_on=typed["from_on"], gaps=gaps, at=request.at)
    except Refused as refused:
        form.add_error(None, said(refused.verdict))
        return None


def _gaps(new: Sequence[Feature], staying: Sequence[Feature], before: Sequence[Feature]) -> list[Problem]:
    """Ground that only now would have no area: allowed, and shown."""
    moved = {feature.code for feature in new}
    rest = [feature for feature in staying if feature.code not in moved]
    return [one for one in fit(new, rest, before, mend=False, allow_gaps=False).problems if one.kind == "gap"]


def _standing(town: Town) -> list[Feature]:
    areas = town.places.places_below("", "area")
    drawn = outlines(area.id for area in areas)
    return [
        Feature(-area.id, area.code, shapely.from_wkb(drawn[area.id]), parent=area.path.split("/")[-3])
        for area in areas
        if area.id in drawn
    ]


def _say(form: forms.Form, problems: Sequence[Problem]) -> None:
    for problem in problems[:SAID]:
        form.add_error(None, gettext(problem.reason) % problem.params if problem.params else gettext(problem.reason))
    if len(problems) > SAID:
        form.add_error(None, gettext("And %(number)s more.") % {"number": len(problems) - SAID})
    if not form.cleaned_data["mend"] and any(problem.can_be_repaired for problem in problems):
        form.add_error("mend", gettext("Tick this to have mended what can be, or change what you typed."))


def _plan(town: Town, features: Sequence[Feature], names: Names, ended: Sequence[str]) -> AreaPlan:
    places = []
    for feature in features:
        now = town.places.by_code.get(feature.code)
        parent = feature.parent or (now.path.split("/")[-3] if now else "")
        drawn: bytes | None = None if feature.geometry is None else shapely.to_wkb(feature.geometry)
        places.append(PlannedPlace(feature.code, "area", parent, names.get(feature.code, {}), drawn))
    code = town.places.town.code if town.places.town else ""
    return AreaPlan(code, tuple(places), ended=tuple(ended))


def corners(typed: str, least: int) -> list[tuple[float, float]]:
    """Points as they are typed or tapped on the map: one a line, east and north."""
    found = []
    for line in typed.replace("，", ",").splitlines():
        if not line.strip():
            continue
        try:
            found.append(_point(line))
        except ValueError as error:
            words = gettext("“%(line)s” is no point. Write east and north, such as 102.905, 34.905.")
            raise forms.ValidationError(words % {"line": line.strip()[:40]}) from error
    if 0 < len(found) < least:
        raise forms.ValidationError(gettext("At least %(least)s points are needed.") % {"least": least})
    return found


def _point(line: str) -> tuple[float, float]:
    east, north = (float(part) for part in line.split(","))
    if not isfinite(east + north):  # “nan” is a number to the machine, and no place on any map
        raise ValueError(line)
    return east, north
