"""A supervisor decides on a resident's wish that somebody else handles the case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Message, Recusal
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.cases.together.aside import may_decide_wish, may_put_aside, set_aside, wish_of
from yimen.cases.together.rules import Asides
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def decide_recusal(*, by: Acting, case: Case, staff_id: int | None, reason: str, at: datetime) -> None:
    """Somebody stands aside, or nobody does (``staff_id`` is empty); the resident is told which, and why."""
    wish = wish_of(case)
    require(may_decide_wish(by, case, is_wished=wish is not None))
    assert wish is not None  # noqa: S101 – the policy has just said so
    reason = needed(reason, LONGEST_REMARK)
    Recusal.objects.change(wish, state=Asides.DECIDED.value)
    if staff_id is None:
        Case.objects.change(case)
    else:
        require(may_put_aside(by, case, staff_id, day_of(at)))
        set_aside(case, staff_id=staff_id, by=by, why=wish.why, at=at)
    say(case, reason, kind=Message.Kind.REASON, about="case.recusal_decided", by=by, at=at)
    tell(case, "case-recusal-decided", town=the_town(), at=at, reason=reason)
    is_granted = staff_id is not None
    record("case.recusal_decided", subject=case.ref, by=by.ref, at=at, office=case.office_id, granted=is_granted)
