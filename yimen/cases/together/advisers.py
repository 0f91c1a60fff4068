"""Whom an office may ask for advice on a case."""

from datetime import datetime

from yimen.cases.models import Case
from yimen.cases.together.rules import ADVISING
from yimen.kernel.clock import day_of
from yimen.people.seats import Seat, seats
from yimen.routing.town import Town


def advisers_for(case: Case, town: Town, at: datetime) -> list[Seat]:
    """Whom one may ask about this case: the posts that serve its place and are held today, the nearest first."""
    chain = town.places.chain(case.area_id) if case.area_id else []
    places = [place.id for place in chain] or ([town.places.town.id] if town.places.town else [])
    found = seats(ADVISING, places, day_of(at))
    return sorted(found, key=lambda seat: (places.index(seat.place_id), seat.post_id))
