"""The web: what a resident sends from the page "Tell us"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.cases.verbs.resident.submit import is_here
from yimen.files.store import take_back
from yimen.intake.files import Upload, files_for
from yimen.intake.newcomer import NEWCOMER
from yimen.kernel.verdict import Refused
from yimen.privacy.sendings import count_sent, may_send
from yimen.routing.town import Town


class SentTooMuch(Refused):
    """Not what was sent is wrong, but how much came."""


def bring_by_web(
    *, sent: Submission, uploads: Sequence[Upload], at: datetime, address: str = "", town: Town | None = None
) -> Receipt:
    """Clean the files, then write the case down; refused before anything is written if a file cannot be taken.

    Too many new cases from one connection (``address``) are refused, too; one that is here already gets its receipt.
    """
    verdict = may_send(address, at)
    if not verdict and not is_here(sent):
        raise SentTooMuch(verdict.reason)
    with files_for(uploads) as placed, transaction.atomic():
        receipt = submit_case(by=NEWCOMER, sent=replace(sent, files=tuple(placed)), at=at, town=town)
        if receipt.is_new:
            count_sent(address, at)
    if not receipt.is_new:
        take_back(placed)
    return receipt
