"""A resident asks that somebody else handles the case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Recusal
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.together.aside import may_wish_aside, wish_of
from yimen.cases.together.rules import Asides
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Resident


@transaction.atomic
def wish_recusal(*, by: Resident, case: Case, why: str, at: datetime) -> None:
    """The resident says that somebody who has the case in hand has an interest in it; the supervisor decides.

    Only supervisors read why; whoever handles the case does not.
    """
    require(may_wish_aside(by, case, is_wished=wish_of(case) is not None))
    why = needed(why, LONGEST_REMARK)
    Case.objects.change(case)  # of two hands, one
    Recusal.objects.create(case=case, state=Asides.WISHED.value, at=at, by=by.ref, why=why)
    record("case.recusal_wished", subject=case.ref, by=by.ref, at=at, office=case.office_id)
