"""The small town's areas, changed: three squares in a row, the middle one redrawn, split, merged or ended."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import shapely

from tests import make
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.redraws.models import Redraw
from yimen.redraws.verbs.agree_redraw import agree_redraw
from yimen.redraws.verbs.draft_redraw import draft_redraw

TODAY = day_of(make.MONDAY)


def square(west: float, east: float) -> bytes:
    """As high as all areas of the small town."""
    drawn: bytes = shapely.box(west, 34.90, east, 34.91).wkb
    return drawn


def split_in_two() -> AreaPlan:
    """The western half of the first area becomes an area of its own; it is called otherwise from then on."""
    kept = PlannedPlace("KS01A", "area", "KS0101", {"en": "East Duohe"}, square(102.905, 102.91))
    new = PlannedPlace("KS01W", "area", "KS0101", {"en": "West Duohe"}, square(102.90, 102.905))
    return AreaPlan("KS", (kept, new))


def agreed(plan: AreaPlan, *, on: date = TODAY, by: Acting | None = None, at: datetime = make.MONDAY) -> Redraw:
    """A change that somebody looked at and agreed to."""
    by = by or make.administrator()
    pk = draft_redraw(by=by, plan=plan, from_on=on, at=at)
    agree_redraw(by=by, redraw_id=pk, version=1, at=at)
    found: Redraw = Redraw.objects.get(pk=pk)
    return found


def geojson(*areas: tuple[str, str, bytes], **properties: str) -> str:
    """Code, name and outline of each, as a file has them."""
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": name, **properties},
            "geometry": shapely.geometry.mapping(shapely.from_wkb(outline)),
        }
        for code, name, outline in areas
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def typed(**fields: str) -> dict[str, str]:
    """What every form of a change asks, from today on."""
    from yimen.kernel import clock  # noqa: PLC0415 – the pages go by the clock

    return {"from_on": f"{clock.day_of(clock.now())}", **fields}


LATER = TODAY + timedelta(days=10)
