"""What the counters of the invented town's centre serve; the other centres have one queue for everything."""

from datetime import datetime

from yimen.journeys.kelsang.departments import TOWN_COUNTERS
from yimen.people.queries import ONE_DOOR
from yimen.people.rules import Operator
from yimen.routing.town import the_town
from yimen.visits.rules import Errand
from yimen.visits.verbs import set_up_errand

_ANYTHING = {"zh-hans": "各类事项", "en": "All matters", "bo": "རེ་ཞུ་ཚང་མ།"}
#: Letter, names, minutes, counters.
ERRANDS = (
    Errand("A", _ANYTHING, 15, (2, 3, 4)),
    Errand("B", TOWN_COUNTERS[3], 20, (4,)),
    Errand("C", TOWN_COUNTERS[4], 20, (5,)),
    Errand("D", TOWN_COUNTERS[5], 30, (6,)),
)


def invent_errands(at: datetime) -> None:
    """Set them up at the town's own service desk; again, nothing is twice."""
    town = the_town()
    centre = town.offices.one_door([])
    assert centre.function == ONE_DOOR  # noqa: S101 – it was set up a step before
    for errand in ERRANDS:
        set_up_errand(by=Operator(), office_id=centre.id, errand=errand, town=town, at=at)
