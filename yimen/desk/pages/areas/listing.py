"""The areas of a place, drawn and listed; the changes that are prepared; and all of it as GeoJSON to take away."""

import json

import shapely
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk
from yimen.desk.areas.pictures import Drawn, picture
from yimen.desk.pages.people.part import of_administrators, place_here, way_to
from yimen.places.queries import outlines
from yimen.redraws.queries import redraws_in
from yimen.redraws.rules import STAGES

AREAS = 50  # listed at once
DRAWN = 400
MOST = 20_000


@of_administrators
def page(request: AtDesk) -> HttpResponse:
    """One place at a time."""
    town = request.town
    place = place_here(request, town)
    areas = town.places.places_below(place.path, "area")
    after = request.GET.get("after", "")
    shown = [area for area in areas if area.path > after]
    drawn = outlines(area.id for area in areas[:DRAWN])
    context = {
        "place": place,
        "way": way_to(request, town, place)[:-1],
        "inside": [p for p in town.places.places_below(place.path) if p.parent_id == place.id and p.level != "area"],
        "areas": shown[:AREAS],
        "number": len(areas),
        "next": shown[AREAS - 1].path if len(shown) > AREAS else "",
        "picture": picture(
            gettext("The areas as they stand"),
            (Drawn(area.code, "plain", drawn.get(area.id), area.names) for area in areas[:DRAWN]),
            {"plain": gettext("Areas")},
        ),
        "redraws": [
            (pk, STAGES[stage], on, town.places.by_id[where].names, at)
            for pk, stage, on, where, at in redraws_in(place.path)
        ],
    }
    return render(request, "desk/areas/listing.html", context)


@of_administrators
def file(request: AtDesk) -> HttpResponse:
    """Codes, names, what they lie in and outlines: what the page of importing takes."""
    town = request.town
    place = place_here(request, town)
    areas = town.places.places_below(place.path, "area")[:MOST]
    drawn = outlines(area.id for area in areas)
    features = [
        {
            "type": "Feature",
            "properties": {"code": area.code, "parent": area.path.split("/")[-3], **area.names},
            "geometry": shapely.geometry.mapping(shapely.from_wkb(drawn[area.id])) if area.id in drawn else None,
        }
        for area in areas
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    answer = HttpResponse(text, content_type="application/geo+json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="areas-{place.code}.geojson"'
    return answer
