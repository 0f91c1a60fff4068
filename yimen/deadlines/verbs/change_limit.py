"""The town sets one of its limits itself."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from yimen.deadlines.models import Limit
from yimen.deadlines.rules import may_be_a_limit
from yimen.deadlines.verbs.take_limits import OfferedLimit
from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import set_own
from yimen.kernel.text import named
from yimen.kernel.verdict import require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor

LONGEST_NAME = 120


@transaction.atomic
def change_limit(*, by: Actor, limit: OfferedLimit, seen: str, at: datetime) -> list[str]:
    """What begins from now on has this limit; a term that runs keeps the length it was promised. A newer pack does not
    overwrite it. Says which of its fields have changed.
    """
    require(may_change_offer(by))
    fields = checked(limit)
    code = fields.pop("code")
    row = Limit.objects.select_for_update().get(code=code)
    changed = set_own(row, code, fields, seen=seen)
    if changed:
        new_edition("calendar")
        record("limit.changed", subject=f"limit:{row.pk}", by=by.ref, at=at, length=limit.length, unit=limit.unit)
    return changed


def checked(limit: OfferedLimit) -> dict[str, Any]:
    """Its columns; refused if it is not as a limit must be."""
    require(
        may_be_a_limit(
            length=limit.length,
            unit=limit.unit,
            extra_length=limit.extra_length,
            extra_unit=limit.extra_unit,
            law=limit.law,
        )
    )
    return asdict(limit) | {"names": named(limit.names, LONGEST_NAME), "law": limit.law.strip()}
