"""A town takes its ladder from a pack."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking import Changes, take_rows
from yimen.people.rules import Operator
from yimen.supervision.ladder import EDITION
from yimen.supervision.models import Rung
from yimen.supervision.rules import RungFacts


@transaction.atomic
def take_ladder(*, by: Operator, pack: str, rungs: Sequence[RungFacts], at: datetime) -> Changes:
    """The town's ladder is the pack's, rung by rung. Where a case stands today stays; it goes on by the new ladder."""
    wanted = {
        rung.code: {
            "code": rung.code,
            "order": order,
            "when": rung.when.value,
            "number": rung.number,
            "does": rung.does.value,
            "names": dict(rung.names),
        }
        for order, rung in enumerate(rungs, 1)
    }
    gone = list(Rung.objects.exclude(code__in=wanted).order_by("order").values_list("code", flat=True))
    Rung.objects.filter(code__in=gone).delete()
    changes = take_rows(Rung, wanted) + Changes(retired=tuple(gone))
    if changes:
        new_edition(EDITION)
        record("pack.ladder_taken", subject=f"pack:{pack}", by=by.ref, at=at, rungs=len(wanted))
    return changes
