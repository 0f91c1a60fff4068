"""Inventing the town, step by step; each step can be run again and only adds what is missing."""

from datetime import datetime

from yimen.journeys.kelsang.offices import offices
from yimen.journeys.kelsang.posts import posts
from yimen.journeys.kelsang.staff import people
from yimen.kernel.clock import day_of
from yimen.kernel.models import editions
from yimen.people.plans import TownPlan
from yimen.people.rules import Operator
from yimen.people.verbs.staff_town import staff_town
from yimen.places.queries import gazetteer


def invent_staff(at: datetime) -> TownPlan:
    """Set up the offices, posts and staff; the town's places must be there (see ``places.py``).

    ``at`` is the present: appointments begin up to five years before it, those of clerks, handlers and supervisors
    more than a year before, so that older cases find somebody who held the post then.
    """
    places = gazetteer(editions().get("places", 0))
    planned = posts(places)
    filled = people(planned, day_of(at))
    plan = TownPlan(offices(places), planned, filled.staff, filled.appointments)
    staff_town(by=Operator(), plan=plan, at=at)
    return plan
