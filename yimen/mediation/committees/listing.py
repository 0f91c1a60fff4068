"""The committees of the town, for whoever chooses one and for administrators."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from yimen.mediation.committees.rules import Level, Why, why_proposed
from yimen.mediation.models import Committee, Seat, Studio
from yimen.routing.town import Town

CommitteeFacts = Committee


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


def committees(on: date, code: str = "") -> list[Listed]:
    """All that are open, the town's first, or the one with this code; one statement."""
    sits = Q(seats__from_on__lte=on, seats__until_on__gt=on)
    wanted = {"code": code} if code else {}
    rows = Committee.objects.filter(is_open=True, **wanted).annotate(members=Count("seats", filter=sits))
    columns = ("id", "code", "level", "names", "members", "office_id", "kinds", "places", "composed_well")
    found = [Listed(*row) for row in rows.order_by("id").values_list(*columns)]
    order = ["town", "township", "village", "trade"]
    return sorted(found, key=lambda one: (order.index(one.level), one.id))


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
