"""Who was asked answers."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Enquiry
from yimen.cases.rules import LONGEST_WORDS
from yimen.cases.together.asking import end_enquiry
from yimen.cases.together.policies import may_answer_enquiry
from yimen.cases.together.rules import Asked
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def answer_enquiry(*, by: Acting, enquiry: Enquiry, text: str, at: datetime) -> None:
    """Their part or advice goes to the office that has the case; the resident reads it in that office's answer."""
    require(may_answer_enquiry(by, enquiry))
    end_enquiry(enquiry, Asked.ANSWERED, met=True, at=at, answer=needed(text, LONGEST_WORDS))
    subject, office = enquiry.case.ref, enquiry.to_office_id
    record("case.enquiry_answered", subject=subject, by=by.ref, at=at, office=office, enquiry=enquiry.pk)
