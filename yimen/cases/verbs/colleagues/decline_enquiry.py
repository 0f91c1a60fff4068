"""Who was asked can't answer."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Enquiry
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.together.asking import end_enquiry
from yimen.cases.together.policies import may_answer_enquiry
from yimen.cases.together.rules import Asked
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def decline_enquiry(*, by: Acting, enquiry: Enquiry, reason: str, at: datetime) -> None:
    """Not theirs, or not known: said at once and with a reason, so that the office can ask somebody else."""
    require(may_answer_enquiry(by, enquiry))
    end_enquiry(enquiry, Asked.DECLINED, met=True, at=at, answer=needed(reason, LONGEST_REMARK))
    subject, office = enquiry.case.ref, enquiry.to_office_id
    record("case.enquiry_declined", subject=subject, by=by.ref, at=at, office=office, enquiry=enquiry.pk)
