"""From a clerk's form to the verb: pages cleaned and on the disk first, and off it again where the verb says no."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from django.utils import timezone

from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.cases.verbs.resident.submit import is_here
from yimen.intake.channels.letter.keeping import record_of
from yimen.intake.channels.letter.pages import pages_of
from yimen.intake.channels.letter.queries import Scan, sheets_of
from yimen.intake.channels.letter.rules import NO_PAGE
from yimen.intake.files import Upload
from yimen.intake.sifting import on_the_disk
from yimen.intake.verbs.scans import add_sheets, begin_scan, take_scan
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting
from yimen.routing.town import Town


def bring_letter(*, by: Acting, nonce: str, language: str, uploads: Sequence[Upload], at: datetime) -> Scan:
    """The first pages of a letter."""
    with on_the_disk(pages_of(uploads)) as placed:
        return begin_scan(by=by, nonce=nonce, language=language, placed=placed, at=at)


def bring_more(*, by: Acting, scan: Scan, uploads: Sequence[Upload], at: datetime) -> None:
    """More pages of it."""
    with on_the_disk(pages_of(uploads)) as placed:
        add_sheets(by=by, scan=scan, placed=placed, at=at)


def write_down(*, by: Acting, scan: Scan, sent: Submission, came_on: date, town: Town, at: datetime) -> Receipt:
    """The letter as a case, with its pages as one file."""
    sheets = sheets_of(by, scan)
    if not sheets:
        raise Refused(NO_PAGE)
    came_at = at if came_on >= day_of(at) else timezone.make_aware(datetime.combine(came_on, time(12)))
    with on_the_disk([record_of(sheets, at)]) as placed:
        sent = replace(sent, files=tuple(placed))
        return take_scan(by=by, scan=scan, sent=sent, town=town, came_at=came_at, at=at)


def again(*, by: Acting, sent: Submission, town: Town, at: datetime) -> Receipt | None:
    """The receipt once more, if this very form became a case a moment ago; nothing if it did not."""
    return submit_case(by=by, sent=sent, at=at, town=town) if is_here(sent) else None
