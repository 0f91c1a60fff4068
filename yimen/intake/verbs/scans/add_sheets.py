"""More pages of a letter on paper."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.files.store import Placed
from yimen.intake.channels.letter.writing import require_in_hand, write_sheets
from yimen.intake.models import Scan, Sheet
from yimen.journal.record import record
from yimen.people.rules import Acting


@transaction.atomic
def add_sheets(*, by: Acting, scan: Scan, placed: Sequence[Placed], at: datetime) -> None:
    """They stand behind the others; the clerk puts them where they belong."""
    require_in_hand(by, scan)
    Scan.objects.change(scan)
    last = Sheet.objects.filter(scan=scan).count()
    write_sheets(scan, placed, by=by, after=last, at=at)
    record("scan.added", subject=scan.ref, by=by.ref, at=at, sheets=len(placed))
