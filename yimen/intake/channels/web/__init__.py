"""The web: what a resident sends from the page "Tell us"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.files.store import take_back
from yimen.intake.files import Upload, files_for
from yimen.people.rules import Resident
from yimen.routing.town import Town

#: Whoever sends has no receipt yet; the journal says "resident" all the same.
NEWCOMER = Resident(case_id=0)


def bring_by_web(*, sent: Submission, uploads: Sequence[Upload], at: datetime, town: Town | None = None) -> Receipt:
    """Clean the files, then write the case down; refused before anything is written if a file cannot be taken."""
    with files_for(uploads) as placed:
        receipt = submit_case(by=NEWCOMER, sent=replace(sent, files=tuple(placed)), at=at, town=town)
    if not receipt.is_new:
        take_back(placed)
    return receipt
