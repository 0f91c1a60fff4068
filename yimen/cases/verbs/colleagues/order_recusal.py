"""A supervisor lets somebody stand aside from a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.together.aside import may_order_aside, may_put_aside, set_aside
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def order_recusal(*, by: Acting, case: Case, staff_id: int, why: str, at: datetime) -> None:
    """Whoever has an interest and does not say so is kept out by their supervisor, with a reason on paper."""
    require(may_order_aside(by, case))
    require(may_put_aside(by, case, staff_id, day_of(at)))
    set_aside(case, staff_id=staff_id, by=by, why=needed(why, LONGEST_REMARK), at=at)
    record("case.recusal_ordered", subject=case.ref, by=by.ref, at=at, office=case.office_id)
