"""Places as they stood on a day: for old cases, and for routing by the date of a case."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from yimen.places.models import Former, Place
from yimen.places.queries import Gazetteer, PlaceFacts, gazetteer


class Version(NamedTuple):
    """How a place stood from a day up to, not including, another; empty: since ever, until further notice."""

    from_on: date | None
    until_on: date | None
    names: dict[str, str]
    path: str
    outline: bytes | None


class Since(NamedTuple):
    """What has become of a place since a day: how it stood then, and what stands on its ground today."""

    then: Version
    changed_on: date  # when it was drawn otherwise, or ended
    has_ended: bool
    today: list[PlaceFacts]  # the areas that its ground lies in now


def gazetteer_on(edition: int, day: date) -> Gazetteer:
    """The places as they stood on this day: from memory if nothing has changed since, as on most days of most towns."""
    now = gazetteer(edition)
    if now.changed_on is None or now.changed_on <= day:
        return now
    days = _days(edition)
    at = bisect_right(days, day)
    return _as_of(edition, days[at - 1] if at else date.min)


def place_on(edition: int, place_id: int | None, day: date) -> PlaceFacts | None:
    """A place as it stood on this day; as it stands, if it was not there yet."""
    if place_id is None:
        return None
    return gazetteer_on(edition, day).by_id.get(place_id) or gazetteer(edition).by_id.get(place_id)


def areas_on(edition: int, points: Sequence[tuple[date, float, float]]) -> list[PlaceFacts | None]:
    """The area at each of these points (day, east, north) as the areas were on its day; all of a day's kind at once."""
    alike: dict[int, list[int]] = {}
    places = [gazetteer_on(edition, day) for day, _, _ in points]
    for at, one in enumerate(places):
        alike.setdefault(id(one), []).append(at)
    found: list[PlaceFacts | None] = [None] * len(points)
    for ats in alike.values():
        areas = places[ats[0]].areas_at([points[at][1] for at in ats], [points[at][2] for at in ats])
        for at, area in zip(ats, areas, strict=True):
            found[at] = area
    return found


@lru_cache(maxsize=1)
def _days(edition: int) -> list[date]:  # noqa: ARG001 – the edition is the cache's key
    """The days on which anything changed. Between two of them all days are alike."""
    found = {day for row in Place.objects.values_list("from_on", "until_on") for day in row if day}
    return sorted(found | {day for row in Former.objects.values_list("from_on", "until_on") for day in row if day})


@lru_cache(maxsize=4)
def _as_of(edition: int, day: date) -> Gazetteer:  # noqa: ARG001 – the edition is part of the cache's key
    former = {one.place_id: one for one in Former.objects.filter(until_on__gt=day).order_by("-until_on", "-id")}
    rows: list[tuple[PlaceFacts, bytes | None]] = []
    places = list(Place.objects.all())
    ids = {place.code: place.pk for place in places}
    for place in places:
        now = place.from_on is None or place.from_on <= day
        version: Place | Former | None = place if now else former.get(place.pk)
        if version is not None and (version.from_on is None or version.from_on <= day):
            is_open = not now or place.until_on is None or place.until_on > day
            above = version.path.split("/")[-3:-2]  # what it lay in then
            parent = ids.get(above[0]) if above else None
            facts = PlaceFacts(place.pk, place.code, place.level, parent, version.path, version.names, is_open=is_open)
            rows.append((facts, bytes(version.outline) if version.outline else None))
    return Gazetteer(rows)


def versions_of(place_id: int) -> list[Version]:
    """How this place stands and stood, the latest first; two statements."""
    columns = ("from_on", "until_on", "names", "path", "outline")
    now = Place.objects.filter(pk=place_id).values_list(*columns)
    before = Former.objects.filter(place_id=place_id).order_by("-until_on", "-id").values_list(*columns)
    return [Version(*row) for row in (*now, *before) if row[0] is None or row[0] != row[1]]


def version_on(place_id: int, day: date) -> Version | None:
    """How this place stood on this day."""
    return next((version for version in versions_of(place_id) if _stood(version, day)), None)


def since(edition: int, place_id: int | None, day: date) -> Since | None:
    """What has become of a place's outline since this day; nothing if it stands as it stood.

    No statement where it has not, for the places of then are kept in memory; else two.
    """
    now = gazetteer(edition)
    if place_id is None or now.changed_on is None or now.changed_on <= day or _stands(edition, place_id, day):
        return None
    versions = versions_of(place_id)
    then = next((one for one in versions if _stood(one, day)), None)
    if then is None:
        return None
    later = sorted((one for one in versions if one.from_on and one.from_on > day), key=lambda one: one.from_on or day)
    redrawn_on = next((one.from_on for one in later if one.outline != then.outline), None)
    ended_on = versions[0].until_on
    changed_on = redrawn_on or ended_on
    if changed_on is None or (ended_on is None and versions[0].outline == then.outline):
        return None  # or drawn again as it was
    return Since(then, changed_on, ended_on is not None, now.areas_on(then.outline) if then.outline else [])


def _stands(edition: int, place_id: int, day: date) -> bool:
    """Is it drawn today as it was on this day?"""
    now, then = (places.outline_of(place_id) for places in (gazetteer(edition), gazetteer_on(edition, day)))
    return now is not None and then is not None and bool(now.equals_exact(then, 0))


def _stood(version: Version, day: date) -> bool:
    return (version.from_on is None or version.from_on <= day) and (version.until_on is None or day < version.until_on)
