"""Somebody prepares a change of areas."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Actor
from yimen.places.outlines import Problem
from yimen.places.queries import Gazetteer, gazetteer
from yimen.places.rules import AreaPlan, may_be
from yimen.redraws.models import Redraw
from yimen.redraws.policies import may_redraw, paths_of
from yimen.redraws.queries import changes_of
from yimen.redraws.rules import kept, may_begin

NO_TOWN = gettext_noop("There are no places yet. Import the areas first.")


@transaction.atomic
def draft_redraw(*, by: Actor, plan: AreaPlan, from_on: date, gaps: Sequence[Problem] = (), at: datetime) -> int:
    """Keep this plan to be looked at; nothing changes yet. Refused if it would change nothing, or others' areas, or
    puts an area where none can be: what can be looked at can be agreed to.

    ``gaps`` is ground that stays without an area and was looked at. Returns the change's number.
    """
    places = gazetteer(editions().get("places", 0))
    if places.town is None:
        raise Refused(NO_TOWN)
    require(may_redraw(by, plan, places))
    _require_a_place_for_each(plan, places)
    require(may_begin(plan, changes_of(plan, places), from_on, day_of(at)))
    shared = _shared(paths_of(plan, places))
    where = next((facts for facts in places.by_id.values() if facts.path == shared), places.town)
    redraw = Redraw.objects.create(
        at=at, by=by.ref, place_id=where.id, from_on=from_on, plan=kept(plan), gaps=[one.params for one in gaps]
    )
    record("areas.drafted", subject=f"redraw:{redraw.pk}", by=by.ref, at=at, from_on=str(from_on))
    return redraw.pk


def _require_a_place_for_each(plan: AreaPlan, places: Gazetteer) -> None:
    """A file may name a village that is not there, by a slip or by another code."""
    levels = {code: facts.level for code, facts in places.by_code.items()}
    for planned in plan.places:
        require(may_be(planned, levels.get(planned.parent_code), levels.get(planned.code)))


def _shared(paths: list[str]) -> str:
    """The path of the smallest place in which all of these lie."""
    steps: list[str] = []
    for level in zip(*(path.rstrip("/").split("/") for path in paths), strict=False):
        if len(set(level)) > 1:
            break
        steps.append(level[0])
    return "/".join([*steps, ""])
