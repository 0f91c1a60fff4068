"""A resident invites others to stand in their case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.joint.holders import code_hash, invitations_from
from yimen.cases.joint.inviting import may_invite_now, write_invitations
from yimen.cases.models import Case, Holder
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Resident


@transaction.atomic
def invite_others(*, by: Resident, case: Case, nonce: str, count: int, at: datetime) -> list[str]:
    """Invitations to hand over, each good once; each bearer gets a receipt of their own. The same form gives the same.

    Nobody is asked who they are, and the codes are not kept.
    """
    codes = invitations_from(nonce, count)
    if codes and Holder.objects.filter(case=case, invitation_hash=code_hash(codes[0])).exists():
        return codes
    require(may_invite_now(by, case, count))
    Case.objects.change(case)  # of two hands, one: or there could be more than five
    write_invitations(case, codes, at=at)
    record("case.invited", subject=case.ref, by=by.ref, at=at, count=count)
    return codes
