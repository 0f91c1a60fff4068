"""Taking over a town's places from a plan."""

from datetime import datetime

from django.db import transaction

from yimen.journal import record
from yimen.kernel.models import new_edition
from yimen.places.carrying_out import carry_out
from yimen.places.rules import AreaPlan, Imported, Somebody


@transaction.atomic
def import_areas(*, by: Somebody, plan: AreaPlan, at: datetime) -> Imported:
    """Places become as the plan has them, known by their codes; old cases keep their place.

    All or nothing. Running it again changes nothing, writes nothing and says so. With ``plan.replace``, areas of the
    town that are not in the plan have their last day today. Whether the outlines fit each other is looked at
    before, by :func:`yimen.places.outlines.examine`.
    """
    done = carry_out(plan, at)
    if done.nothing_changed:
        return done
    new_edition("places")
    facts = {"created": done.created, "changed": done.changed, "ended": done.ended}
    record.record("places.areas_imported", subject=f"place:{plan.town_code}"[:32], by=by.ref, at=at, **facts)
    return done
