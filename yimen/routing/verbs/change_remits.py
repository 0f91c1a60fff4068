"""The town says anew which departments answer for a category."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import JUST_CHANGED, new_edition
from yimen.kernel.taking.own import mark_row, seen_as, set_own
from yimen.kernel.verdict import Refused, require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor
from yimen.routing.models import Category, Remit
from yimen.routing.rules import ANSWERING_LEVELS, NOBODY_ANSWERS, is_answered


@transaction.atomic
def change_remits(*, by: Actor, category: str, remits: Mapping[str, str], seen: str, at: datetime) -> list[str]:
    """New cases go to these departments from now on; open ones stay where they are. Empty: as the group says.

    ``remits`` is by level of place. Refused if nobody answered any more. Says on which levels it has changed.
    """
    require(may_change_offer(by))
    row = Category.objects.select_for_update().get(code=category)
    there = {remit.level: remit for remit in Remit.objects.filter(category=row)}
    if seen_as({level: there[level].function if level in there else "" for level in ANSWERING_LEVELS}) != seen:
        raise Refused(JUST_CHANGED)
    require_answered(category, remits, goes_on=bool(row.procedure_id))
    changed = [level for level in ANSWERING_LEVELS if _set(row, level, remits.get(level, ""), there.get(level))]
    if changed:
        new_edition("routing")
        record("category.remits_changed", subject=f"category:{row.pk}", by=by.ref, at=at, levels="+".join(changed))
    return changed


def require_answered(category: str, remits: Mapping[str, str], *, goes_on: bool) -> None:
    """Refused if nobody answered any more for a category whose cases go on a road here."""
    known = {(r.category.code, r.level): r.function for r in Remit.objects.select_related("category")}
    known |= {(category, level): remits.get(level, "") for level in ANSWERING_LEVELS}
    if goes_on and not is_answered(category, known):
        raise Refused(NOBODY_ANSWERS)


def _set(category: Category, level: str, function: str, remit: Remit | None) -> bool:
    """Write one level, if it differs."""
    label = f"{category.code}@{level}"
    if remit is not None:
        return bool(set_own(remit, label, {"function": function}, seen=seen_as({"function": remit.function})))
    if function:
        mark_row(Remit.objects.create(category=category, level=level, function=function), label)
    return bool(function)
