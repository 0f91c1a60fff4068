"""Who serves me? A place, or a point that is forgotten at once, leads to the offices and posts that serve there."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.cases.submission import OUTSIDE
from yimen.deadlines.almanac import WEEKEND
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.rules import plain
from yimen.deadlines.terms import edition_of
from yimen.deadlines.words import day_name
from yimen.kernel import clock
from yimen.people.rules import ROLE_WORDS
from yimen.people.serving import serving
from yimen.places.queries import PlaceFacts
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.hours import shown
from yimen.public.pages.offline.keeping import kept_offline
from yimen.public.telling import OfTheTown, place_choices
from yimen.routing.town import Town, the_town

MANY = 20  # places of one name that can be offered to choose from


class Finding(forms.Form):
    """Where? By the list, by a name, or by a point, which leads to its area and is not kept. One of them is enough."""

    place = OfTheTown(label=later("Township or village"), required=False)
    name = forms.CharField(label=later("Or the name of the place"), max_length=80, required=False)
    point = forms.CharField(
        label=later("Or a point on the map"),
        help_text=later("East and north in degrees, for example 102.91, 34.98. It is not kept."),
        max_length=60,
        required=False,
    )

    def __init__(self, *args: Any, town: Town, reader: str, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.town, self.found = town, list[PlaceFacts]()
        place = self.fields["place"]
        assert isinstance(place, OfTheTown)  # noqa: S101 – for the type checker
        place.choices = partial(_choices, town, reader)
        place.is_known = town.places.by_code.__contains__

    def clean(self) -> dict[str, Any]:
        """What was meant, in ``found``; a sentence where nothing was."""
        said, places = self.cleaned_data, self.town.places
        if typed := said.get("point", "").replace("，", ",").strip():
            self._find_point(typed)
        elif code := said.get("place"):
            self.found = [places.by_code[code]]
        elif name := said.get("name", "").strip():
            self.found = places.named(name)[:MANY]
            if not self.found:
                self.add_error("name", _("We know no place of this name. Please choose it from the list or the map."))
        elif not self.errors:
            self.add_error("place", _("Please choose a place."))
        return said

    def _find_point(self, typed: str) -> None:
        try:
            east, north = (float(part) for part in typed.split(","))
        except ValueError:
            self.add_error("point", _("Please write two numbers, for example 102.91, 34.98."))
            return
        if area := self.town.places.area_at(east, north):
            self.found = [area]
        else:
            self.add_error("point", _(OUTSIDE))


def _choices(town: Town, reader: str) -> list[tuple[str, Any]]:
    return [("", _("Please choose")), *place_choices(town, reader)[1:]]


@kept_offline
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The question; several places of one name to choose from; or the answer, whose address names a place only."""
    town, reader = the_town(), language_of(request)
    if request.method == "POST":
        form = Finding(request.POST, town=town, reader=reader)
        if form.is_valid() and len(form.found) == 1:
            return redirect(f"{reverse('serves')}?{urlencode({'place': form.found[0].code})}")
        return render(request, "public/serves.html", {"form": form, "choices": _with_parents(form.found, town)})
    asked = town.places.by_code.get(request.GET.get("place", ""))
    place = _standing(asked, town) if asked else None
    form = Finding(initial={"place": place.code if place else ""}, town=town, reader=reader)
    context: dict[str, object] = {"form": form, "place": place, "gone": None if place == asked else asked}
    if place:
        context |= _answer(place, town, reader)
    return render(request, "public/serves.html", context, status=200 if place or "place" not in request.GET else 404)


def _standing(asked: PlaceFacts, town: Town) -> PlaceFacts | None:
    """The place itself, or what it lay in, if it was merged or ended since the address was kept or printed."""
    return next((place for place in town.places.chain(asked.id) if place.is_open), None)


def _with_parents(found: list[PlaceFacts], town: Town) -> list[tuple[PlaceFacts, list[PlaceFacts]]]:
    return [(place, town.places.chain(place.id)[1:-1]) for place in found]


def _answer(place: PlaceFacts, town: Town, reader: str) -> dict[str, object]:
    """From the nearest upward: offices with their hours, and posts; the town's own departments stand folded."""
    now = localtime(clock.now())
    calendar = calendar_for(edition_of(town.editions))
    works = calendar.works(now.date())
    levels = []
    for served in serving([step.id for step in town.places.chain(place.id)], town.offices, now.date()):
        offices = [shown(office, reader, works=works, at=now) for office in served.offices]
        posts = [
            {
                "role": _(ROLE_WORDS[post.role]),
                "office": town.offices.by_id[post.office_id],
                "holder": post.holder,
                "is_vacant": post.is_vacant,
            }
            for post in served.posts
        ]
        here = town.places.by_id[served.place_id]
        folded = here.level == "town" and here != place  # some forty departments, below the nearest offices
        levels.append({"place": here, "offices": offices, "posts": posts, "folded": folded})
    why = "" if works else plain(calendar.name(now.date()))
    return {"levels": levels, "is_rest": not works, "rests": day_name(why, reader) if why and why != WEEKEND else ""}
