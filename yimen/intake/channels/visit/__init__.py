"""The counter: what a clerk writes down for somebody who came, who calls, by video or not, or who sent a letter."""

from datetime import datetime

from yimen.cases.rules import Channel
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.intake.policies import may_take_in
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import Town

#: How it may have come to the clerk; the first is the usual one.
TOLD = (Channel.VISIT, Channel.PHONE, Channel.LETTER, Channel.VIDEO)


def bring_by_clerk(*, by: Acting, sent: Submission, at: datetime, town: Town) -> Receipt:
    """It becomes a case as by any other channel, with the same receipt; the journal says which post took it in."""
    if sent.channel not in TOLD:
        msg = f"nobody tells a clerk by {sent.channel}"
        raise ValueError(msg)
    accused = town.offices.by_code.get(sent.accused_office)
    require(may_take_in(by, accused.id if accused else None))
    return submit_case(by=by, sent=sent, at=at, town=town)
