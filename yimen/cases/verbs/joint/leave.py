"""One of those who brought a case together takes themselves out of it."""

import secrets
from datetime import datetime

from django.db import transaction

from yimen.cases.joint.holders import Reader, representatives
from yimen.cases.joint.inviting import end_helper_of, end_invitations, may_leave
from yimen.cases.joint.rules import Held
from yimen.cases.models import Case, Holder
from yimen.cases.policies import NOT_YOURS
from yimen.cases.rules import Way
from yimen.cases.telling import tell_one
from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.notifications.forgetting import forget_letters_of
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def leave_case(*, by: Resident, case: Case, at: datetime) -> None:
    """Their receipt opens nothing any more, and how to reach them is forgotten. The case stays with the others.

    What they wrote in it was written for all of them, so it stays until the last one has the case erased.
    """
    require(may_leave(by, case))
    mine = _mine(by, case)
    gone = Reader(mine.ref, mine.language, mine.tell, mine.email, mine.phone)
    nothing = {"tell": Way.HERE.value, "email": "", "phone": ""}
    if isinstance(mine, Holder):
        Holder.objects.change(mine, state=Held.ENDED.value, receipt_hash=None, **nothing)
        Case.objects.change(case, joint=case.joint - 1)
    else:
        end_invitations(case)
        end_helper_of(case)
        unknown = secrets.token_bytes(32)  # the hash of no receipt
        Case.objects.change(case, joint=case.joint - 1, receipt_hash=unknown, contact_name="", **nothing)
    forget_letters_of([gone.subject])
    tell_one(gone, case, "case-left", town=the_town(), at=at)
    record("case.left", subject=case.ref, by=by.ref, at=at, standing=case.joint)


def _mine(by: Resident, case: Case) -> Case | Holder:
    """Whose contacts and receipt go: a row of their own, or the case itself for whoever brought it."""
    if not by.holder_id:
        return case
    found = next((each for each in representatives(case) if each.pk == by.holder_id), None)
    if found is None:
        raise Refused(NOT_YOURS)
    return found
