"""The town's reference data as one thing: its places, offices and categories, true for one edition of each."""

from dataclasses import dataclass

from yimen.kernel.models import editions
from yimen.people.queries import Directory, directory
from yimen.places.queries import Gazetteer, gazetteer
from yimen.routing.queries import Catalogue, catalogue


@dataclass(frozen=True)
class Town:
    """What every page and verb needs to know of the town; from memory, after one SQL statement."""

    editions: dict[str, int]
    places: Gazetteer
    offices: Directory
    catalogue: Catalogue


def the_town() -> Town:
    """The town as it is now: looks up the editions (one statement) and reloads only what has changed."""
    now = editions()
    return Town(
        editions=now,
        places=gazetteer(now.get("places", 0)),
        offices=directory(now.get("people", 0)),
        catalogue=catalogue(now.get("routing", 0)),
    )
