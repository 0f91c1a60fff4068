"""A letter on paper becomes a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.files.forgetting import forget_files_of
from yimen.intake.channels.letter.writing import require_in_hand
from yimen.intake.models import Scan
from yimen.intake.policies import may_take_in
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.privacy.looks import hand_looks_on
from yimen.routing.town import Town


@transaction.atomic
def take_scan(*, by: Acting, scan: Scan, sent: Submission, town: Town, came_at: datetime, at: datetime) -> Receipt:
    """With its scan as the record. Its time runs from the day on which it came (``came_at``), not from today.

    Who looked at it before it was a case is shown to its resident like any other look.
    """
    accused = town.offices.by_code.get(sent.accused_office)
    require(may_take_in(by, accused.id if accused else None))
    require_in_hand(by, scan)
    Scan.objects.change(scan)
    receipt = submit_case(by=by, sent=sent, at=came_at, town=town)
    hand_looks_on(scan.ref, receipt.case.ref)
    forget_files_of([scan.ref])
    record("scan.taken", subject=scan.ref, by=by.ref, at=at, case=receipt.case.ref)
    scan.delete()
    return receipt
