"""The town changes one of its categories."""

from collections.abc import Container
from datetime import datetime
from typing import Any

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import set_own
from yimen.kernel.text import named
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor
from yimen.routing.facts import CategoryFacts
from yimen.routing.models import Category, Door, Procedure
from yimen.routing.promises import may_be_names
from yimen.routing.rules import faults_of_leaf

LONGEST_NAME = 120
UNKNOWN = gettext_noop("“%(value)s” is not known.")


@transaction.atomic
def change_category(
    *, by: Actor, category: CategoryFacts, limits: Container[str], seen: str, at: datetime
) -> list[str]:
    """New cases go by this from now on; old ones keep their road. A newer pack does not overwrite it. ``limits`` are
    the codes that exist. Says which fields have changed.
    """
    require(may_change_offer(by))
    fields = checked(category, limits)
    row = Category.objects.select_for_update().get(code=category.code)
    changed = set_own(row, category.code, fields, seen=seen)
    if changed:
        new_edition("routing")
        record("category.changed", subject=f"category:{row.pk}", by=by.ref, at=at, fields=len(changed))
    return changed


def checked(category: CategoryFacts, limits: Container[str]) -> dict[str, Any]:
    """The columns of this category; refused if it is not as a category must be."""
    names = named(category.names, LONGEST_NAME)
    if not category.is_leaf and not category.kinds:  # a group only groups
        require(may_be_names(names))
        return {"names": names, "is_offered": category.is_offered}
    for fault in faults_of_leaf(category):
        require(fault.verdict)
    if category.handle_limit and category.handle_limit not in limits:
        raise Refused(UNKNOWN, value=category.handle_limit)
    return {
        "names": names,
        "kinds": list(category.kinds),
        "procedure_id": _id_of(Procedure, category.procedure_code),
        "door_id": _id_of(Door, category.door_code),
        "handle_limit": category.handle_limit,
        "may_be_dispute": category.may_be_dispute,
        "is_public": category.is_public,
        "suppress_below": category.suppress_below,
        "retention": category.retention,
        "is_offered": category.is_offered,
    }


def _id_of(model: type[Procedure | Door], code: str) -> int | None:
    if not code:
        return None
    found = model.objects.filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        raise Refused(UNKNOWN, value=code)
    return int(found)
