"""Who serves a place: its offices, and the posts that residents may turn to. Read by everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.db.models import F, FilteredRelation, Q

from yimen.people.models import Counter, Post
from yimen.people.queries import Directory, OfficeFacts
from yimen.people.rules import Role

#: The posts that stand for a place and not for a window of an office: these a resident is told one by one.
OF_A_PLACE = (Role.AREA_LEAD, Role.AREA_ADVISER, Role.LEGAL_ADVISER, Role.MEDIATOR)
_ORDER = {role: order for order, role in enumerate(OF_A_PLACE)}


@dataclass(frozen=True)
class PostServing:
    """A post for this place. The holder's name only if they agreed that residents read it (promise 2)."""

    role: Role
    office_id: int
    holder: str
    is_vacant: bool


@dataclass(frozen=True)
class Serving:
    """Who serves one place: itself, not what it lies in."""

    place_id: int
    offices: list[OfficeFacts]
    posts: list[PostServing]


def serving(chain: Sequence[int], offices: Directory, on: date) -> list[Serving]:
    """Who serves these places (from the nearest upward) on this day; one statement. Empty places are left out.

    One-door desks stand before the other offices of their place.
    """
    posts = _posts(chain, on)
    served = []
    for place in chain:
        here = [office for office in offices.by_id.values() if office.place_id == place and office.is_open]
        here.sort(key=lambda office: (office.function != "one-door", office.kind, office.id))
        if here or posts.get(place):
            served.append(Serving(place, here, posts.get(place, [])))
    return served


def _posts(places: Sequence[int], on: date) -> dict[int, list[PostServing]]:
    today = Q(appointments__from_on__lte=on) & (
        Q(appointments__until_on__isnull=True) | Q(appointments__until_on__gt=on)
    )
    rows = list(
        Post.objects.filter(place_id__in=places, role__in=OF_A_PLACE, office__is_open=True, closed_on=None)
        .annotate(now=FilteredRelation("appointments", condition=today))
        .values_list("place_id", "role", "office_id", "id", named=False)
        .annotate(name=F("now__staff__name"), shown=F("now__name_is_public"), active=F("now__staff__is_active"))
        .annotate(appointment=F("now__pk"), whose=F("now__in_place_of"))
    )
    away = {row[-1] for row in rows if row[-1]}  # whoever stands in stands here instead
    found: dict[int, list[PostServing]] = {}
    for row in sorted(rows, key=lambda row: (_ORDER[Role(row[1])], row[3])):
        place, role, office, _post, name, shown, active, appointment, _ = row
        if appointment not in away:
            holder = name if shown and active else ""
            found.setdefault(place, []).append(PostServing(Role(role), office, holder, is_vacant=not active))
    return found


class CounterFacts(NamedTuple):
    """A counter of a centre."""

    number: int
    names: dict[str, str]


@lru_cache(maxsize=1)
def all_counters(edition: int) -> dict[int, list[CounterFacts]]:  # noqa: ARG001 – the edition is the cache's key
    """The counters of every centre by their numbers, as of this edition of "people"; one statement, once a process."""
    found: dict[int, list[CounterFacts]] = {}
    rows = Counter.objects.order_by("office_id", "number").values_list("office_id", "number", "names")
    for office, number, names in rows:
        found.setdefault(office, []).append(CounterFacts(number, names))
    return found
