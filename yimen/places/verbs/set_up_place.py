"""Setting up one place, or changing it."""

from datetime import datetime

from django.db import transaction

from yimen.journal import record
from yimen.kernel.models import JUST_CHANGED, new_edition
from yimen.kernel.verdict import Refused
from yimen.places.carrying_out import carry_out
from yimen.places.models import Place
from yimen.places.rules import AreaPlan, Imported, PlannedPlace, Somebody


@transaction.atomic
def set_up_place(*, by: Somebody, place: PlannedPlace, is_new: bool = False, at: datetime) -> Imported:
    """A town, township, village or area is there afterwards, as planned; known by its code, never by its name.

    With ``is_new`` it is refused if somebody has just given the code to another place.
    """
    if is_new and Place.objects.filter(code=place.code).exists():
        raise Refused(JUST_CHANGED)
    done = carry_out(AreaPlan("", (place,)), at)
    if done.nothing_changed:
        return done
    new_edition("places")
    record.record("places.place_set_up", subject=f"place:{place.code}"[:32], by=by.ref, at=at, level=place.level)
    return done
