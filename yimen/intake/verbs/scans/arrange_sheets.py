"""A clerk puts the pages of a letter in order."""

from datetime import datetime

from django.db import transaction

from yimen.files.forgetting import forget_file
from yimen.intake.channels.letter.rules import LAST_PAGE, Do, Reading, moved, turned
from yimen.intake.channels.letter.writing import require_in_hand
from yimen.intake.models import Scan, Sheet
from yimen.journal.record import record
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting


@transaction.atomic
def arrange_sheets(*, by: Acting, scan: Scan, sheet: int, do: Do, at: datetime) -> None:
    """One page up or down, a quarter left or right, not straightened, or out. A page that was turned is read anew."""
    require_in_hand(by, scan)
    Scan.objects.change(scan)
    order = list(Sheet.objects.filter(scan=scan).order_by("position", "id"))
    found = next((one for one in order if one.pk == sheet), None)
    if found is None:
        raise Refused(JUST_CHANGED)
    if do is Do.OUT:
        _take_out(found, order)
    elif do in {Do.UP, Do.DOWN}:
        _number(moved([one.pk for one in order], sheet, do))
    elif do is Do.AS_IT_WAS:
        Sheet.objects.filter(pk=sheet).update(skew=0.0)
    else:
        Sheet.objects.filter(pk=sheet).update(
            turn=turned(found.turn, do), skew=None, text="", state=Reading.WAITING.value, tries=0, next_at=at
        )
    record("scan.arranged", subject=scan.ref, by=by.ref, at=at, do=do.value, position=found.position)


def _take_out(sheet: Sheet, order: list[Sheet]) -> None:
    if len(order) == 1:
        raise Refused(LAST_PAGE)
    Sheet.objects.filter(pk=sheet.pk).delete()
    forget_file(sheet.scan.ref, sheet.file)
    _number([one.pk for one in order if one is not sheet])


def _number(order: list[int]) -> None:
    for position, pk in enumerate(order, 1):
        Sheet.objects.filter(pk=pk).exclude(position=position).update(position=position)
