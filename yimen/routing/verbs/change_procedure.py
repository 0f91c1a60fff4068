"""The town changes the road that its cases take."""

from collections.abc import Container
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import set_own
from yimen.kernel.text import named
from yimen.kernel.verdict import Refused, require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor, Role
from yimen.routing.facts import ProcedureFacts
from yimen.routing.models import Procedure
from yimen.routing.verbs.change_category import LONGEST_NAME, UNKNOWN

LONGEST_REMEDIES = 2_000


@transaction.atomic
def change_procedure(
    *, by: Actor, procedure: ProcedureFacts, limits: Container[str], seen: str, at: datetime
) -> list[str]:
    """Every case on this road goes by it from now on: who extends, what it waits for, which limits begin. Terms that
    run keep their length. Says which fields have changed.
    """
    require(may_change_offer(by))
    fields = {
        "names": named(procedure.names, LONGEST_NAME),
        "notice_limit": procedure.notice_limit,
        "handle_limit": procedure.handle_limit,
        "object_limit": procedure.object_limit,
        "call_limit": procedure.call_limit,
        "handle_from": procedure.handle_from,
        "pauses": procedure.pauses,
        "extension_by": procedure.extension_by,
        "remedies": named(procedure.remedies, LONGEST_REMEDIES),
        "needs_full_opinion": procedure.needs_full_opinion,
    }
    codes = [code for code in (procedure.notice_limit, procedure.object_limit, procedure.call_limit) if code]
    unknown = [code for code in (procedure.handle_limit, *codes) if code not in limits]
    unknown += [role for role in (procedure.extension_by,) if role not in set(Role)]
    if unknown:
        raise Refused(UNKNOWN, value=unknown[0])
    row = Procedure.objects.select_for_update().get(code=procedure.code)
    changed = set_own(row, procedure.code, fields, seen=seen)
    if changed:
        new_edition("routing")
        record("procedure.changed", subject=f"procedure:{row.pk}", by=by.ref, at=at, fields=len(changed))
    return changed
