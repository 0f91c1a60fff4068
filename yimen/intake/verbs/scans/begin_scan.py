"""A clerk begins to bring in a letter on paper."""

import hmac
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from yimen.files.store import Placed, take_back
from yimen.intake.channels.letter.rules import NO_PAGE
from yimen.intake.channels.letter.writing import write_sheets
from yimen.intake.models import Scan
from yimen.intake.policies import may_bring_letter
from yimen.journal.record import record
from yimen.kernel.seal import derived_key
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting


def begin_scan(*, by: Acting, nonce: str, language: str, placed: Sequence[Placed], at: datetime) -> Scan:
    """Its first pages are here; the worker reads them, and nothing is lost if the machine stops.

    The same form sent twice is one letter.
    """
    require(may_bring_letter(by))
    if not placed:
        raise Refused(NO_PAGE)
    mark = hmac.digest(derived_key("scans"), nonce.encode(), sha256)
    try:
        with transaction.atomic():
            scan = Scan(office_id=by.office_id, post_id=by.post_id, at=at, language=language, mark=mark)
            scan.save(force_insert=True)
            write_sheets(scan, placed, by=by, after=0, at=at)
            record("scan.begun", subject=scan.ref, by=by.ref, at=at, office=by.office_id, sheets=len(placed))
    except IntegrityError:  # this form was here before
        earlier: Scan | None = Scan.objects.filter(mark=mark, post=by.post_id).first()
        if earlier is None:
            raise
        take_back(placed)
        return earlier
    return scan
