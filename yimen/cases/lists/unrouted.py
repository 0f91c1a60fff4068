"""Cases for which nobody has found the right office yet; one meaning, for the list and for the numbers."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from yimen.cases.rules import State
from yimen.people.queries import ONE_DOOR
from yimen.routing.town import Town


def desks_among(offices: Iterable[int], town: Town) -> list[int]:
    """The one-door desks among these offices."""
    return [pk for pk in offices if town.offices.by_id[pk].function == ONE_DOOR]


def unrouted_at(desks: Iterable[int], town: Town) -> Q:
    """Received at one of these desks, with no category, or with one that is no desk's own: another office is missing.

    A desk that answers in place of an office complained about has found its case.
    """
    by_level: dict[str, list[int]] = defaultdict(list)
    for desk in desks:
        by_level[town.offices.by_id[desk].place_level].append(desk)
    found = Q(pk__in=[])
    for level, here in by_level.items():
        own = [c.id for c in town.catalogue.by_id.values() if town.catalogue.remit_of(c, level) == ONE_DOOR]
        unfound = Q(category_id__isnull=True) | (~Q(category_id__in=own) & Q(accused_office_id__isnull=True))
        found |= (Q(turn_office_id=here[0]) if len(here) == 1 else Q(turn_office_id__in=here)) & unfound
    return found & Q(state=State.RECEIVED.value)
