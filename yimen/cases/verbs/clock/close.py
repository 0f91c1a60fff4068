"""An answered case closes by itself."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.telling import tell
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Clock, Operator
from yimen.routing.town import the_town


@transaction.atomic
def close_case(*, by: Clock | Operator, case: Case, at: datetime) -> None:
    """Thirty days after an answer that nobody rated or disputed, the case is closed; silence counts as no rating."""
    require(may(by, case, "close"))
    move(case, "close", at=at)
    tell(case, "case-closed", town=the_town(), at=at)
    record("case.closed", subject=case.ref, by=by.ref, at=at, office=case.office_id)
