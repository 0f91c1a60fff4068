"""Who may invite others to a case, join it and leave it; and writing invitations down."""

from datetime import datetime

from yimen.cases.copies.rules import ERASED
from yimen.cases.joint.holders import code_hash, open_invitations
from yimen.cases.joint.rules import (
    ALONE,
    NOT_BRINGER,
    TAKEN,
    Held,
    Holding,
    is_joinable,
    may_invite_so_many,
)
from yimen.cases.models import Case, Holder
from yimen.cases.policies import NOT_YOURS
from yimen.cases.rules import Kept, State
from yimen.kernel.verdict import YES, Verdict
from yimen.people.rules import Resident


def may_invite(by: Resident, case: Case) -> Verdict:
    """Whoever brought the case, as long as an office works on it."""
    if by.case_id != case.pk:
        return Verdict(NOT_YOURS)
    if by.holder_id:
        return Verdict(NOT_BRINGER)
    return is_joinable(State(case.state))


def may_invite_now(by: Resident, case: Case, count: int) -> Verdict:
    """And as long as there is room."""
    who = may_invite(by, case)
    return who and may_invite_so_many(count, standing=case.joint, invited=open_invitations(case))


def may_join(invitation: Holder) -> Verdict:
    """Whoever bears an invitation that nobody has taken, while an office works on the case."""
    if invitation.state != Held.INVITED:
        return Verdict(TAKEN)
    return is_joinable(State(invitation.case.state))


def may_leave(by: Resident, case: Case) -> Verdict:
    """Everybody may take themselves out while others stand in it; the last one takes the case itself back."""
    if by.case_id != case.pk:
        return Verdict(NOT_YOURS)
    if case.kept == Kept.BARE:
        return Verdict(ERASED)
    return YES if case.joint > 1 else Verdict(ALONE)


def write_invitations(case: Case, codes: list[str], *, at: datetime) -> None:
    """One row for each; of the codes only keyed hashes."""
    Holder.objects.bulk_create(
        Holder(
            case=case,
            kind=Holding.REPRESENTATIVE.value,
            state=Held.INVITED.value,
            at=at,
            invitation_hash=code_hash(code),
        )
        for code in codes
    )


def end_invitations(case: Case) -> int:
    """Nobody can take them any more. Says how many were open."""
    return Holder.objects.filter(case=case, state=Held.INVITED.value).update(
        state=Held.ENDED.value, invitation_hash=None
    )


def write_helper(case: Case, code: str, *, at: datetime) -> Holder:
    """A receipt that shows where the case stands; of it only a keyed hash."""
    kind, state = Holding.HELPER.value, Held.STANDS.value
    made: Holder = Holder.objects.create(case=case, kind=kind, state=state, at=at, receipt_hash=code_hash(code))
    return made


def end_helper_of(case: Case) -> int:
    """The helper's receipt opens nothing any more. Says how many there were."""
    rows = Holder.objects.filter(case=case, kind=Holding.HELPER.value, state=Held.STANDS.value)
    return rows.update(state=Held.ENDED.value, receipt_hash=None)
