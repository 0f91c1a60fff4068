"""A clerk goes on with a letter that a colleague has begun to bring in."""

from datetime import datetime

from django.db import transaction

from yimen.intake.models import Scan
from yimen.intake.policies import may_bring_letter
from yimen.journal.record import record
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look
from yimen.privacy.rules import ON_PAPER


@transaction.atomic
def continue_scan(*, by: Acting, scan: Scan, at: datetime) -> None:
    """In the same centre only. The look is noted; whoever wrote sees it once it is a case."""
    require(may_bring_letter(by))
    if scan.office_id != by.office_id:
        raise Refused(JUST_CHANGED)
    Scan.objects.change(scan, post_id=by.post_id)
    note_look(subject=scan.ref, acting=by, purpose=ON_PAPER, at=at)
    record("scan.continued", subject=scan.ref, by=by.ref, at=at)
