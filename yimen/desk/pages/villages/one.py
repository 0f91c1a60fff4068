"""One village on its way: each step, whether it is done, and what is missing."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.office_forms import LANGUAGES
from yimen.desk.pages.people.part import is_done, of_administrators
from yimen.journeys.settling import Wanted, missing_posts, name_village, offices_of, settle_areas, settle_posts
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.posts import PostFacts, posts_serving
from yimen.people.queries import OfficeFacts
from yimen.people.rules import ROLE_WORDS
from yimen.places.queries import PlaceFacts, outlines
from yimen.routing.town import the_town


class Areas(forms.Form):
    """One name a line."""

    areas = forms.CharField(
        label=_("Names of the areas, in Chinese"),
        help_text=_("One a line. Each gets a code of its own."),
        widget=forms.Textarea({"rows": 5}),
        max_length=3000,
    )

    def names(self) -> list[str]:
        """Each line that says something."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["areas"].splitlines())
        return [line[:120] for line in lines if line]


class Names(forms.Form):
    """What the village is called."""

    zh = forms.CharField(label=_("Name in Chinese"), max_length=120)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=120, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=120, required=False)


class Posts(forms.Form):
    """The usual posts; there is nothing to type."""


@dataclass(frozen=True)
class Way:
    """How far the village has come."""

    no_names: list[str]  # the languages that lack its name
    areas: list[PlaceFacts]
    undrawn: list[PlaceFacts]  # without an outline: no point on the map leads there
    offices: list[OfficeFacts]
    posts: list[PostFacts]
    missing: list[Wanted]
    no_hours: list[OfficeFacts]

    @property
    def vacant(self) -> list[PostFacts]:
        """The posts that nobody holds yet."""
        return [post for post in self.posts if not post.is_held]

    @property
    def is_complete(self) -> bool:
        """Is there nothing left to do?"""
        has_all = self.has_areas and self.offices and self.posts
        return bool(has_all) and not (self.missing or self.vacant or self.no_hours or self.no_names)

    @property
    def has_areas(self) -> bool:
        """Are there areas, and does a point on the map find each of them?"""
        return bool(self.areas) and not self.undrawn


@of_administrators
def page(request: AtDesk, village: str) -> HttpResponse:
    """Steps may be done in any order, and on another day: what is there is seen, not remembered."""
    code, found = village, request.town.places.by_code.get(village)
    if found is None or found.level != "village" or not found.path.startswith(request.acting.place_path):
        raise Http404
    sent = request.POST if request.method == "POST" else None
    begun = {field: found.names.get(language, "") for field, language in LANGUAGES.items()}
    names = Names(sent if "zh" in request.POST else None, initial=begun)
    if names.is_valid() and is_done(names, lambda: _name(request, code, names.cleaned_data)):
        return _done(request, code, gettext("The village is called so now."))
    areas = Areas(sent if "areas" in request.POST else None)
    posts = Posts(sent if "usual" in request.POST else None)
    if areas.is_valid() and is_done(areas, lambda: _areas(request, code, areas)):
        return _done(request, code, gettext("The areas are there."))
    if posts.is_valid() and is_done(posts, lambda: settle_posts(by=request.acting, village=code, at=request.at)):
        return _done(request, code, gettext("The posts are there. They are vacant."))
    way = _way(request, found)
    by_id = request.town.places.by_id
    context = {
        "village": found,
        "township": by_id.get(found.parent_id or 0),
        "way": way,
        "vacant": [(post, ROLE_WORDS[post.role], by_id[post.place_id].names) for post in way.vacant],
        "missing": [(ROLE_WORDS[one.role], one.place.names, one.office.names) for one in way.missing],
        "names_form": names,
        "areas_form": areas,
        "posts_form": posts,
    }
    return render(request, "desk/villages/one.html", context)


def _done(request: AtDesk, code: str, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags="done")
    return redirect("desk_village", code)


def _name(request: AtDesk, code: str, typed: dict[str, str]) -> None:
    names = {language: typed[field] for field, language in LANGUAGES.items()}
    name_village(by=request.acting, village=code, names=names, at=request.at)


def _areas(request: AtDesk, code: str, form: Areas) -> None:
    settle_areas(by=request.acting, village=code, names=form.names(), language="zh-hans", at=request.at)


def _way(request: AtDesk, village: PlaceFacts) -> Way:
    town = the_town()
    areas = town.places.places_below(village.path, "area")
    offices, drawn = offices_of(town, village), outlines(area.id for area in areas)
    try:
        missing = missing_posts(request.acting, town, village, request.at)
    except Refused:  # no office yet: its own step says so
        missing = []
    return Way(
        no_names=[field for field, language in LANGUAGES.items() if language not in village.names],
        areas=areas,
        undrawn=[area for area in areas if area.id not in drawn],
        offices=offices,
        posts=posts_serving([village.id, *(area.id for area in areas)], day_of(request.at)),
        missing=missing,
        no_hours=[office for office in offices if not office.hours],
    )
