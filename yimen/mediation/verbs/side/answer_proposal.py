"""A side answers a proposal."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.models import Proposal, Side
from yimen.mediation.moving import move
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.sittings.rules import Offered, after_answer, may_answer
from yimen.mediation.telling import tell_all


@transaction.atomic
def answer_proposal(*, by: SideIn, proposal: Proposal, accepts: bool, at: datetime) -> None:
    """Yes or no. A yes signs nothing: what counts is the agreement, in writing."""
    require(may(by, "answer_proposal"))
    require(YES if proposal.mediation_id == by.mediation.pk else Verdict(NOT_YOU))
    me = by.side.number
    require(may_answer(Offered(proposal.state), proposal.by_side, me))
    accepted = sorted({*proposal.accepted, me}) if accepts else proposal.accepted
    sides = list(Side.objects.filter(mediation=by.mediation).values_list("number", flat=True))
    state = after_answer(proposal.by_side, accepted, sides, accepts=accepts)
    Proposal.objects.change(proposal, accepted=accepted, state=state.value)
    move(by.mediation, "answer_proposal")
    tell_all(by.mediation, "mediation-news", at=at, but=me)
    record("mediation.proposal_answered", subject=by.mediation.ref, by=by.ref, at=at, proposal=proposal.pk)
