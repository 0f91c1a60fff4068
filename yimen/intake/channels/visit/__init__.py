"""The counter: what a clerk writes down for somebody who came, who calls, by video or not, or who sent a letter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from yimen.cases.rules import Channel
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.files.store import take_back
from yimen.intake.files import Upload, files_for
from yimen.intake.policies import may_take_in
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import Town

#: How it may have come to the clerk; the first is the usual one.
TOLD = (Channel.VISIT, Channel.PHONE, Channel.LETTER, Channel.VIDEO)


def bring_by_clerk(
    *, by: Acting, sent: Submission, at: datetime, town: Town, uploads: Sequence[Upload] = ()
) -> Receipt:
    """It becomes a case as by any other channel, with the same receipt; the journal says which post took it in.

    What they brought along goes through the same hygiene; if a file cannot be taken, nothing is written.
    """
    if sent.channel not in TOLD:
        msg = f"nobody tells a clerk by {sent.channel}"
        raise ValueError(msg)
    accused = town.offices.by_code.get(sent.accused_office)
    require(may_take_in(by, accused.id if accused else None))
    with files_for(uploads) as placed:
        receipt = submit_case(by=by, sent=replace(sent, files=tuple(placed)), at=at, town=town)
    if not receipt.is_new:
        take_back(placed)
    return receipt
