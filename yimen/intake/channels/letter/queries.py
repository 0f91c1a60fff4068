"""Reading letters on paper that are no case yet: those of one's own centre, and the pages of one's own letter."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from yimen.intake.channels.letter.rules import Reading
from yimen.intake.models import Scan, Sheet
from yimen.intake.policies import may_bring_letter
from yimen.kernel.verdict import require
from yimen.people.rules import Acting

__all__ = ["InHand", "Scan", "Sheet", "rows_begun", "scan_for", "scans_for", "sheet_for", "sheets_of"]
SHOWN = 20


@dataclass(frozen=True)
class InHand:
    """A letter in the list: nothing of what is written in it."""

    scan: Scan
    sheets: int
    waiting: int  # pages that a program has still to read
    is_mine: bool


def rows_begun(by: Acting) -> QuerySet[Scan] | None:
    """Those of this centre, to be counted; nothing for posts that do not have them."""
    return Scan.objects.filter(office=by.office_id) if may_bring_letter(by) else None


def scans_for(by: Acting, *, after: int = 0) -> list[InHand]:
    """Twenty and one more, oldest first: when they were begun, how many pages, whether a colleague has them in hand."""
    require(may_bring_letter(by))
    waiting = Count("sheets", filter=Q(sheets__state=Reading.WAITING.value))
    rows = Scan.objects.filter(office=by.office_id, pk__gt=after).annotate(found=Count("sheets"), waiting=waiting)
    return [InHand(s, s.found, s.waiting, s.post_id == by.post_id) for s in rows.order_by("id")[: SHOWN + 1]]


def scan_for(by: Acting, pk: int) -> Scan | None:
    """This one, if it lies in this centre; whoever has not got it in hand is shown nothing of it."""
    require(may_bring_letter(by))
    row: Scan | None = Scan.objects.filter(pk=pk, office=by.office_id).first()
    return row


def sheets_of(by: Acting, scan: Scan) -> list[Sheet]:
    """Its pages in order, for the post that has it in hand; for others none."""
    if scan.post_id != by.post_id:
        return []
    sheets = list(Sheet.objects.filter(scan=scan).order_by("position", "id"))
    for sheet in sheets:
        sheet.scan = scan
    return sheets


def sheet_for(by: Acting, pk: int) -> Sheet | None:
    """This page, for the post that has its letter in hand."""
    if not may_bring_letter(by):
        return None
    return Sheet.objects.select_related("scan").filter(pk=pk, scan__post=by.post_id, scan__office=by.office_id).first()
