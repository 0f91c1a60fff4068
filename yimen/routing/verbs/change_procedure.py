"""The town changes the road that its cases take."""

from collections.abc import Container
from datetime import datetime
from typing import Any

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import set_own
from yimen.kernel.text import named
from yimen.kernel.verdict import Refused, require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor, Role
from yimen.routing.facts import LIMITS, Names, ProcedureFacts
from yimen.routing.models import Door, Procedure
from yimen.routing.rules import faults_of_procedure
from yimen.routing.verbs.change_category import LONGEST_NAME, UNKNOWN

LONGEST_REMEDIES = 2_000


@transaction.atomic
def change_procedure(
    *, by: Actor, procedure: ProcedureFacts, limits: Container[str], seen: str, at: datetime
) -> list[str]:
    """Every case on this road goes by it from now on: who extends, what it waits for, which limits begin, which reviews
    may be asked for. Terms that run keep their length. Says which fields have changed.
    """
    require(may_change_offer(by))
    fields = checked(procedure, limits)
    row = Procedure.objects.select_for_update().get(code=procedure.code)
    changed = set_own(row, procedure.code, fields, seen=seen)
    if changed:
        new_edition("routing")
        record("procedure.changed", subject=f"procedure:{row.pk}", by=by.ref, at=at, fields=len(changed))
    return changed


def checked(procedure: ProcedureFacts, limits: Container[str]) -> dict[str, Any]:
    """The fields of the row, or a refusal: what no pack may have, no town may have."""
    codes = {name: getattr(procedure, name) for name in ("handle_limit", *LIMITS)}
    unknown = [code for name, code in codes.items() if code not in limits and (code or name == "handle_limit")]
    unknown += [role for role in (procedure.extension_by,) if role not in set(Role)]
    known = set(Door.objects.filter(code__in=procedure.doors).values_list("code", flat=True))
    unknown += [door for door in procedure.doors if door not in known]
    if unknown:
        raise Refused(UNKNOWN, value=unknown[0])
    for fault in faults_of_procedure(procedure):
        require(fault.verdict)
    return {
        "names": named(procedure.names, LONGEST_NAME),
        **codes,
        "handle_from": procedure.handle_from,
        "hearing_waits": procedure.hearing_waits,
        "pauses": procedure.pauses,
        "extension_by": procedure.extension_by,
        "doors": list(procedure.doors),
        "needs_full_opinion": procedure.needs_full_opinion,
        "remedies": named(procedure.remedies, LONGEST_REMEDIES),
        "remedies_review": _perhaps(procedure.remedies_review),
        "remedies_final": _perhaps(procedure.remedies_final),
    }


def _perhaps(typed: Names) -> dict[str, str]:
    """Words that may be missing in every language."""
    return named(typed, LONGEST_REMEDIES) if any(typed.values()) else {}
