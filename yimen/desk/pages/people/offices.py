"""The offices of a place, and the way to those of the places in it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.part import of_administrators, place_here, way_to
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.people.queries import OfficeFacts, vacant_posts
from yimen.routing.town import Town, the_town

AT_MOST = 30  # offices found by their names, and places on one page
LONGEST = 60


@of_administrators
def page(request: AtDesk) -> HttpResponse:
    """One place at a time; or the offices whose names hold what was typed. Persons are not searched."""
    town = the_town()
    place = place_here(request, town)
    words = request.GET.get("words", "").strip()[:LONGEST]
    inside = [p for p in town.places.by_id.values() if p.parent_id == place.id and p.is_open]
    after = request.GET.get("after", "")
    inside = sorted((p for p in inside if p.code > after), key=lambda p: p.code)
    found = (
        _called(request, town, words) if words else [o for o in town.offices.by_id.values() if o.place_id == place.id]
    )
    vacant = vacant_posts(day_of(request.at))
    context = {
        "place": place,
        "way": way_to(request, town, place)[:-1],
        "words": words,
        "lines": [(office, town.places.by_id[office.place_id].names, vacant.get(office.id, 0)) for office in found],
        "inside": inside[:AT_MOST],
        "next": inside[AT_MOST - 1].code if len(inside) > AT_MOST else "",
    }
    return render(request, "desk/people/offices.html", context)


def _called(request: AtDesk, town: Town, words: str) -> list[OfficeFacts]:
    language, sought = get_language() or "", words.casefold()
    ours = [o for o in town.offices.by_id.values() if o.place_path.startswith(request.acting.place_path)]
    found = [o for o in ours if any(sought in name.casefold() for name in o.names.values())]
    return sorted(found, key=lambda office: name_in(office.names, language))[:AT_MOST]
