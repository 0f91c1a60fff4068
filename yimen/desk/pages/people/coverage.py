"""Which areas have their area lead, adviser and legal adviser, and which lack one. Posts and places; no persons."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.areas.pictures import Drawn, Picture, picture
from yimen.desk.pages.people.part import of_administrators, place_here, way_to
from yimen.kernel.clock import day_of
from yimen.people.posts import PostFacts, coverage, covered
from yimen.people.rules import OF_AN_AREA, ROLE_WORDS, Role
from yimen.places.queries import PlaceFacts, outlines
from yimen.routing.town import Town, the_town

AREAS = 50  # on one page
PARTS = 50  # townships, and what else lies in the town itself, on one page
DRAWN = 400  # areas in one picture; where there are more, each township has its own
AT_ONCE = 500  # areas of the table in one statement
COVERED = {
    "all": _("all three are there"),
    "two": _("one is missing"),
    "one": _("two are missing"),
    "none": _("all three are missing"),
}
MOST = 20_000  # areas in one table to take away


@dataclass(frozen=True)
class Seat:
    """One of the three posts of an area, and the page on which it is set up or filled."""

    post: PostFacts | None
    url: str


@of_administrators
def page(request: AtDesk) -> HttpResponse:
    """Per township how many of its areas are covered, and so for a village in no township; in a township each area,
    fifty at a time.
    """
    town = the_town()
    place, on = place_here(request, town), day_of(request.at)
    inside = town.places.places_below(place.path, "area") + ([place] if place.level == "area" else [])
    context: dict[str, object] = {
        "place": place,
        "way": way_to(request, town, place)[:-1],
        "roles": [ROLE_WORDS[role] for role in OF_AN_AREA],
        "areas": len(inside),
    }
    context["picture"] = _picture(town, inside, on) if len(inside) <= DRAWN else None
    after = request.GET.get("after", "")
    if place.level == "town":
        parts = [part for part in town.places.places_below(place.path) if part.parent_id == place.id]
        most = PARTS
    else:
        parts, most = inside, AREAS
    rest = [part for part in parts if part.path > after]
    context["sums"] = list(_sums(town, [part for part in rest[:most] if part.level != "area"], on))
    context["lines"] = list(_lines(town, [part for part in rest[:most] if part.level == "area"], on))
    context["next"] = rest[most - 1].path if len(rest) > most else ""
    return render(request, "desk/people/coverage.html", context)


def chains(town: Town, areas: list[PlaceFacts]) -> dict[int, list[int]]:
    """Each area with the places it lies in, below the town: whoever serves the whole town covers no area."""
    return {area.id: [up.id for up in town.places.chain(area.id) if up.level != "town"] for area in areas}


def _picture(town: Town, areas: list[PlaceFacts], on: date) -> Picture | None:
    """Each area by how many of its three posts are held, and in words which are not."""
    found = coverage(chains(town, areas), on)
    drawn = outlines(area.id for area in areas)
    shapes = []
    for area in areas:
        lacks = [role for role in OF_AN_AREA if not ((post := found.get((area.id, role))) and post.is_held)]
        says = ", ".join(gettext(ROLE_WORDS[role]) for role in lacks)
        look = ("all", "two", "one", "none")[len(lacks)]
        shapes.append(
            Drawn(
                area.code, look, drawn.get(area.id), area.names, says and gettext("Missing: %(what)s") % {"what": says}
            )
        )
    return picture(gettext("How the areas are covered"), shapes, COVERED)


def _sums(town: Town, parts: list[PlaceFacts], on: date) -> Iterator[tuple[PlaceFacts, int, list[int]]]:
    """Each township with the number of its areas, and how many of them have each of the three; none is read."""
    if not parts:
        return
    found = covered(parts[0].path, parts[-1].path, on)
    for part in parts:
        inside = Counter(area.parent_id or 0 for area in town.places.places_below(part.path, "area"))
        yield part, inside.total(), [found.areas(part.id, inside, role) for role in OF_AN_AREA]


def _lines(town: Town, areas: list[PlaceFacts], on: date) -> Iterator[tuple[PlaceFacts, list[Seat]]]:
    """Each area with its three seats."""
    found = coverage(chains(town, areas), on) if areas else {}
    for area in areas:
        yield area, [_seat(town, area, role, found) for role in OF_AN_AREA]


def _seat(town: Town, area: PlaceFacts, role: Role, found: dict[tuple[int, Role], PostFacts]) -> Seat:
    """Where a post is missing, the way leads to the nearest office, which then has one more."""
    if post := found.get((area.id, role)):
        return Seat(post, reverse("desk_post", args=(post.id,)))
    near = [up.id for up in town.places.chain(area.id)]
    offices = [o for o in town.offices.by_id.values() if o.is_open and o.place_id in near]
    if not offices:
        return Seat(None, "")
    office = min(offices, key=lambda o: (near.index(o.place_id), o.kind == "centre", o.id))
    asked = urlencode({"place": area.code, "role": role.value})
    return Seat(None, f"{reverse('desk_new_post', args=(office.id,))}?{asked}")


@of_administrators
def table(request: AtDesk) -> HttpResponse:
    """The same for a spreadsheet: areas, roles and what is missing since when; no names of persons."""
    town = the_town()
    place, on = place_here(request, town), day_of(request.at)
    areas = town.places.places_below(place.path, "area")[:MOST]
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="coverage-{place.code}.csv"'
    lines = csv.writer(answer)
    lines.writerow(["area", "path", "role", "state", "vacant_since"])
    for at in range(0, len(areas), AT_ONCE):
        some = areas[at : at + AT_ONCE]
        found = coverage(chains(town, some), on)
        for area, role in product(some, OF_AN_AREA):
            post = found.get((area.id, role))
            state = "missing" if post is None else "held" if post.is_held else "vacant"
            lines.writerow([area.code, area.path, gettext(ROLE_WORDS[role]), state, (post and post.vacant_since) or ""])
    return answer
