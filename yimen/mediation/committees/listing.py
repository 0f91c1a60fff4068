"""The committees of the town, for whoever chooses one and for administrators."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from yimen.mediation.committees.rules import Level
from yimen.mediation.models import Committee, Seat, Studio
from yimen.people.queries import OfficeFacts

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


def committees(on: date) -> list[Listed]:
    """All that are open, the town's first; one statement."""
    sits = Q(seats__from_on__lte=on, seats__until_on__gt=on)
    rows = Committee.objects.filter(is_open=True).annotate(members=Count("seats", filter=sits))
    columns = ("id", "code", "level", "names", "members", "office_id")
    found = [Listed(*row) for row in rows.order_by("id").values_list(*columns)]
    order = ["town", "township", "village", "trade"]
    return sorted(found, key=lambda one: (order.index(one.level), one.id))


def nearest(found: Iterable[Listed], path: str, offices: Mapping[int, OfficeFacts]) -> Listed | None:
    """The committee of the smallest area that this place lies in; those of a trade serve no area. A proposal only."""
    around = [
        (len(offices[one.office_id].place_path), -one.id, one)
        for one in found
        if one.level != Level.TRADE and path.startswith(offices[one.office_id].place_path)
    ]
    return max(around)[2] if around else None


def committee_by(pk: int) -> Committee | None:
    """One committee, for its administrator."""
    return Committee.objects.filter(pk=pk).first()


def seats_of(committee_id: int) -> list[Seat]:
    """Its seats, the running ones first."""
    rows = Seat.objects.filter(committee_id=committee_id).select_related("post").order_by("-until_on", "id")
    return list(rows[:100])


def studios_of(committee_id: int) -> list[Studio]:
    """Its studios."""
    return list(Studio.objects.filter(committee_id=committee_id, is_open=True).order_by("id"))


def headed_names(ids: list[int]) -> list[tuple[int, dict[str, str]]]:
    """The names of these."""
    return list(Committee.objects.filter(pk__in=ids).order_by("id").values_list("id", "names"))


def seated_in(post_id: int, on: date) -> list[tuple[int, dict[str, str]]]:
    """The committees in which this post has a seat on this day."""
    rows = Seat.objects.filter(post_id=post_id, from_on__lte=on, until_on__gt=on, committee__is_open=True)
    return list(rows.order_by("committee_id").values_list("committee_id", "committee__names").distinct())
