"""An office takes a question to a colleague back."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Enquiry
from yimen.cases.together.asking import end_enquiry
from yimen.cases.together.policies import may_recall_enquiry
from yimen.cases.together.rules import Asked
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def recall_enquiry(*, by: Acting, enquiry: Enquiry, at: datetime) -> None:
    """It is no longer needed; from now on the office that was asked can't open the case any more."""
    require(may_recall_enquiry(by, enquiry))
    end_enquiry(enquiry, Asked.RECALLED, met=False, at=at)
    subject, office = enquiry.case.ref, by.office_id
    record("case.enquiry_recalled", subject=subject, by=by.ref, at=at, office=office, enquiry=enquiry.pk)
