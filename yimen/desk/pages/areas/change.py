"""A change of areas before it is made: what appears, changes and ends, and which cases and posts it touches."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext

from yimen.cases.queries import COUNTED, open_cases_in
from yimen.desk.acting import AtDesk
from yimen.desk.areas.pictures import Drawn, picture
from yimen.desk.pages.people.part import guide_of, is_done, of_administrators, onward
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.people.posts import posts_serving
from yimen.people.rules import ROLE_WORDS
from yimen.redraws.policies import may_redraw
from yimen.redraws.queries import RedrawFacts, changes_of, redraw_facts, standing
from yimen.redraws.rules import FATES, STAGES, Change, Fate, Stage
from yimen.redraws.verbs.agree_redraw import agree_redraw
from yimen.redraws.verbs.drop_redraw import drop_redraw
from yimen.routing.town import Town

LISTED = 100
NEIGHBOURS = 400


class Deciding(forms.Form):
    """Yes or no to the change that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(choices=[("agree", ""), ("drop", "")], widget=forms.HiddenInput)


@dataclass(frozen=True)
class Touched:
    """What is in hand where something changes."""

    cases: str
    posts: list[tuple[str, dict[str, str], bool]]


@of_administrators
def page(request: AtDesk, redraw: int) -> HttpResponse:
    """The picture, the list, what it touches, and one button."""
    town, facts = request.town, redraw_facts(redraw)
    if facts is None or not may_redraw(request.acting, facts.plan, town.places):
        raise Http404
    form = Deciding(request.POST if request.method == "POST" else None)
    if form.is_valid() and is_done(form, lambda: _decide(request, redraw, form.cleaned_data)):
        agreed = form.cleaned_data["decision"] == "agree"
        done, dropped = gettext("Agreed. From that day on the areas are so."), gettext("Dropped. Nothing changes.")
        messages.success(request, done if agreed else dropped, extra_tags="done")
        return onward(request, "desk_redraw", redraw) if agreed else onward(request, "desk_areas")
    facts = redraw_facts(redraw) or facts
    found = changes_of(facts.plan, town.places) if facts.stage in {Stage.DRAFT, Stage.AGREED} else []
    context = {
        "it": facts,
        "guide": guide_of(request),
        "stage": STAGES[facts.stage],
        "is_open": facts.stage in {Stage.DRAFT, Stage.AGREED},
        "is_draft": facts.stage is Stage.DRAFT,
        "place": town.places.by_id[facts.place_id],
        "changes": [(one, FATES[one.fate], _how(one, facts, town)) for one in found[:LISTED]],
        "more": max(len(found) - LISTED, 0),
        "picture": _picture(town, facts, found),
        "gaps": [gettext("no area covers %(size)s m² near %(where)s") % one for one in facts.gaps],
        "misfits": [gettext(reason) % params if params else gettext(reason) for reason, params in facts.misfits],
        "touched": _touched(request, found),
        "form": form,
    }
    return render(request, "desk/areas/change.html", context)


def _how(change: Change, facts: RedrawFacts, town: Town) -> list[str]:
    """What about an area that stays is another then: its name, where it lies, its outline."""
    now = town.places.by_code.get(change.code)
    if change.fate is not Fate.CHANGES or now is None:
        return []
    language, said = get_language() or "", list[str]()
    if dict(change.names) != now.names:
        called = {"before": name_in(now.names, language), "after": name_in(change.names, language)}
        said.append(gettext("called “%(after)s” instead of “%(before)s”") % called)
    before = now.path.split("/")[-3]
    after = next((one.parent_code for one in facts.plan.places if one.code == change.code), before)
    if after != before and after in town.places.by_code:
        lies = {
            at: name_in(town.places.by_code[code].names, language)
            for at, code in (("before", before), ("after", after))
        }
        said.append(gettext("lies in %(after)s instead of %(before)s") % lies)
    return [*said, gettext("has another outline")] if change.before != change.after else said


def _decide(request: AtDesk, redraw: int, typed: dict[str, object]) -> None:
    decide = agree_redraw if typed["decision"] == "agree" else drop_redraw
    decide(by=request.acting, redraw_id=redraw, version=int(str(typed["version"])), at=request.at)


def _picture(town: Town, facts: RedrawFacts, found: list[Change]) -> object:
    """What stays is drawn plain, below; what ends is seen on what takes its ground."""
    order = [Fate.CHANGES, Fate.VANISHES, Fate.APPEARS]
    touched = {one.code for one in found}
    place = town.places.by_id[facts.place_id]
    near = "/".join(place.path.split("/")[:2]) + "/" if place.level != "town" else place.path
    stays = [one for one in standing(town.places, near) if one.code not in touched][:NEIGHBOURS]
    drawn = [Drawn(one.code, "plain", one.outline, one.names) for one in stays]
    drawn += [
        Drawn(one.code, one.fate.value, one.after or one.before, one.names, gettext(FATES[one.fate]))
        for one in sorted(found, key=lambda one: order.index(one.fate))
    ]
    words = {fate.value: gettext(FATES[fate]) for fate in reversed(order)} | {"plain": gettext("stays")}
    return picture(gettext("The areas after the change"), drawn, words) if found else None


def _touched(request: AtDesk, found: list[Change]) -> Touched:
    places = request.town.places.by_code
    ids = [places[one.code].id for one in found if one.fate is not Fate.APPEARS and one.code in places]
    cases = open_cases_in(ids) if ids else 0
    posts = posts_serving(ids, day_of(request.at)) if ids else []
    by_id = request.town.places.by_id
    lines = [(ROLE_WORDS[post.role], by_id[post.place_id].names, post.is_held) for post in posts]
    return Touched(f"{COUNTED}+" if cases >= COUNTED else str(cases), lines)
