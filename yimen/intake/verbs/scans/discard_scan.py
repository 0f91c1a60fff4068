"""A clerk puts a letter on paper away: it is none, or it is here twice."""

from datetime import datetime

from django.db import transaction

from yimen.files.forgetting import forget_files_of
from yimen.intake.channels.letter.writing import require_in_hand
from yimen.intake.models import Scan
from yimen.journal.record import record
from yimen.people.rules import Acting


@transaction.atomic
def discard_scan(*, by: Acting, scan: Scan, at: datetime) -> None:
    """Its pictures and words are gone at once. The paper itself is still in the house."""
    require_in_hand(by, scan)
    Scan.objects.change(scan)
    forget_files_of([scan.ref])
    record("scan.discarded", subject=scan.ref, by=by.ref, at=at, office=by.office_id)
    scan.delete()
