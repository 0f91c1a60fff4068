"""An office reports on an instruction."""

from datetime import datetime

from django.db import transaction

from yimen.cases.queries import Case
from yimen.cases.rules import LONGEST_REMARK
from yimen.journal.record import record
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.supervision.instructions import may_report
from yimen.supervision.models import Instruction


@transaction.atomic
def report_back(*, by: Acting, case: Case, text: str, at: datetime) -> None:
    """The office says what it has done. Its supervisor reads it; the resident sees that the office has reported."""
    instruction = Instruction.objects.filter(case=case, reported_at__isnull=True).order_by("-id").first()
    require(may_report(by, case, stands_open=instruction is not None))
    assert instruction is not None  # noqa: S101 – the policy has just said so
    text = needed(text, LONGEST_REMARK)
    still_open = Instruction.objects.filter(pk=instruction.pk, reported_at__isnull=True)
    if not still_open.update(report=text, reported_at=at, reported_by=by.ref):
        raise Refused(JUST_CHANGED)
    record("case.reported", subject=case.ref, by=by.ref, at=at, office=case.office_id)
