"""What the verbs share: writing pages, and who has a letter in hand."""

from collections.abc import Sequence
from datetime import datetime

from yimen.files.store import Placed, keep_files
from yimen.intake.channels.letter.rules import may_have
from yimen.intake.models import Scan, Sheet
from yimen.intake.policies import may_bring_letter
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting


def require_in_hand(by: Acting, scan: Scan) -> None:
    """Only the post that has it in hand; a colleague takes it over first, and that is written down."""
    require(may_bring_letter(by))
    if (scan.office_id, scan.post_id) != (by.office_id, by.post_id):
        raise Refused(JUST_CHANGED)


def write_sheets(scan: Scan, placed: Sequence[Placed], *, by: Acting, after: int, at: datetime) -> None:
    """These pages behind the last one; the worker reads them."""
    require(may_have(after + len(placed)))
    files = keep_files(subject=scan.ref, by=by.ref, placed=placed, at=at)
    Sheet.objects.bulk_create(
        Sheet(scan=scan, position=number, file=file.pk, next_at=at) for number, file in enumerate(files, after + 1)
    )
