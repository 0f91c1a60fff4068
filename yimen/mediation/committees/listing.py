"""The committees of the town, for whoever chooses one and for administrators."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When

from yimen.mediation.committees.rules import Level, Why, why_proposed
from yimen.mediation.models import Committee, Seat, Studio
from yimen.routing.town import Town

CommitteeFacts = Committee
PAGE = 40
_ORDER = [Level.TOWN.value, Level.TOWNSHIP.value, Level.VILLAGE.value, Level.TRADE.value]
_COLUMNS = ("id", "code", "level", "names", "members", "office_id", "kinds", "places", "composed_well")
_KEY = re.compile(r"([0-3])\.([0-9]{1,18})")


@dataclass(frozen=True)
class Listed:
    """A committee as everybody may read of it."""

    id: int
    code: str
    level: str
    names: dict[str, str]
    members: int
    office_id: int
    kinds: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    composed_well: bool = False


def committees(on: date) -> list[Listed]:
    """All that are open, the town's first: for a choice among them. One statement."""
    return [Listed(*row) for row in _listed(on)]


def committee_called(code: str, on: date) -> Listed | None:
    """The open one with this code; one statement."""
    return next((Listed(*row) for row in _listed(on).filter(code=code)), None)


def page_of_committees(on: date, after: str = "") -> tuple[list[Listed], str]:
    """A page of them, and the key of the next one; empty where there is none. One statement.

    ``after``: the key that the page before ended with; one that makes no sense begins anew.
    """
    rows = _listed(on)
    if key := _KEY.fullmatch(after):
        rank, number = int(key[1]), int(key[2])
        rows = rows.filter(Q(rank__gt=rank) | Q(rank=rank, id__gt=number))
    found = [Listed(*row) for row in rows[: PAGE + 1]]
    last = found[PAGE - 1] if len(found) > PAGE else None
    return found[:PAGE], f"{_ORDER.index(last.level)}.{last.id}" if last else ""


def _listed(on: date) -> QuerySet[Committee, tuple[Any, ...]]:
    sits = Q(seats__from_on__lte=on, seats__until_on__gt=on)
    rank = Case(*(When(level=level, then=Value(number)) for number, level in enumerate(_ORDER)))
    rows = Committee.objects.filter(is_open=True).annotate(members=Count("seats", filter=sits), rank=rank)
    return rows.order_by("rank", "id").values_list(*_COLUMNS)


def proposed(found: Iterable[Listed], path: str, town: Town, kind: str = "") -> tuple[Listed, list[Why]] | None:
    """The committee that fits a place (and a type of dispute) best, and why: its own type, then the smallest area."""
    fitting = []
    for one in found:
        own, others = where_it_serves(one, town)
        reasons = why_proposed(path, own, others, one.kinds, kind)
        if reasons and (one.level != Level.TRADE or Why.TYPE in reasons):
            fitting.append((Why.TYPE in reasons, Why.NEAREST in reasons, len(own), -one.id, one, reasons))
    return max(fitting)[4:] if fitting else None


def where_it_serves(one: Listed, town: Town) -> tuple[str, list[str]]:
    """The path of its office's place, and of those it serves besides, as they stand now."""
    places = town.places.by_code
    return town.offices.by_id[one.office_id].place_path, [places[code].path for code in one.places if code in places]


def committee_by(pk: int) -> Committee | None:
    """One committee, for its administrator."""
    return Committee.objects.filter(pk=pk).first()


def seats_of(committee_id: int) -> list[Seat]:
    """Its seats, the running ones first."""
    rows = Seat.objects.filter(committee_id=committee_id).select_related("post", "studio").order_by("-until_on", "id")
    return list(rows[:100])


def studios_of(committee_id: int) -> list[Studio]:
    """Its studios."""
    return list(Studio.objects.filter(committee_id=committee_id, is_open=True).order_by("id"))


@dataclass(frozen=True)
class Sits:
    """A seat as everybody may read of it: the post, never a name (promise 2)."""

    names: dict[str, str]
    engaged: str
    is_head: bool
    languages: list[str]
    kinds: list[str]
    studio: dict[str, str] | None
    until_on: date


def sits_in(committee_id: int, on: date) -> list[Sits]:
    """Who sits in it on this day, its head first; one statement. A committee has nine members at most."""
    rows = Seat.objects.filter(committee_id=committee_id, from_on__lte=on, until_on__gt=on).order_by("-is_head", "id")
    columns = ("post__names", "engaged", "is_head", "languages", "kinds", "studio__names", "until_on")
    return [Sits(*row) for row in rows.values_list(*columns)]


def headed_names(ids: list[int]) -> list[tuple[int, dict[str, str]]]:
    """The names of these."""
    return list(Committee.objects.filter(pk__in=ids).order_by("id").values_list("id", "names"))


def seated_in(post_id: int, on: date) -> list[tuple[int, dict[str, str]]]:
    """The committees in which this post has a seat on this day."""
    rows = Seat.objects.filter(post_id=post_id, from_on__lte=on, until_on__gt=on, committee__is_open=True)
    return list(rows.order_by("committee_id").values_list("committee_id", "committee__names").distinct())
