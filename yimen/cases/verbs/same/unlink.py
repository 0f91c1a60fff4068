"""An office takes a link between two cases away."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.same.linked import may_unlink
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def unlink_case(*, by: Acting, case: Case, at: datetime) -> None:
    """It was another lamp after all: the case is handled by itself again, and its resident reads so."""
    require(may_unlink(by, case))
    main = case.main_id
    move(case, "link", at=at, main_id=None)
    record("case.unlinked", subject=case.ref, by=by.ref, at=at, office=case.office_id, main=main)
