"""The town changes what it says of another door."""

from datetime import datetime
from typing import Any

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import set_own
from yimen.kernel.text import named, plain
from yimen.kernel.verdict import require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor
from yimen.routing.facts import DoorFacts
from yimen.routing.models import Door
from yimen.routing.verbs.change_category import LONGEST_NAME

LONGEST_WHY, LONGEST_TELEPHONE = 1_000, 40


@transaction.atomic
def change_door(*, by: Actor, door: DoorFacts, seen: str, at: datetime) -> list[str]:
    """From now on residents are told this name, this telephone and this reason. Says which fields have changed."""
    require(may_change_offer(by))
    fields = checked(door)
    row = Door.objects.select_for_update().get(code=door.code)
    changed = set_own(row, door.code, fields, seen=seen)
    if changed:
        new_edition("routing")
        record("door.changed", subject=f"door:{row.pk}", by=by.ref, at=at, fields=len(changed))
    return changed


def checked(door: DoorFacts) -> dict[str, Any]:
    """The columns of this door; refused if it is not as a door must be."""
    return {
        "names": named(door.names, LONGEST_NAME),
        "why": named(door.why, LONGEST_WHY),
        "telephone": plain(door.telephone, LONGEST_TELEPHONE),
        "is_urgent": door.is_urgent,
    }
