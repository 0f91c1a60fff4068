"""A member of staff stands aside from a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.together.aside import may_stand_aside, set_aside
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def stand_aside(*, by: Acting, case: Case, why: str, at: datetime) -> None:
    """They have an interest in the matter: from now on they see nothing of it, from none of their posts.

    The reason is for their supervisor alone. The resident reads that somebody of this office stands aside.
    """
    require(may_stand_aside(by, case))
    set_aside(case, staff_id=by.staff_id, by=by, why=needed(why, LONGEST_REMARK), at=at)
    record("case.stood_aside", subject=case.ref, by=by.ref, at=at, office=by.office_id)
