"""A resident takes back the invitations that nobody has used."""

from datetime import datetime

from django.db import transaction

from yimen.cases.joint.inviting import end_invitations
from yimen.cases.joint.rules import NOT_BRINGER
from yimen.cases.models import Case
from yimen.cases.policies import NOT_YOURS
from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.rules import Resident

NONE_OPEN = gettext_noop("There is no open invitation.")


@transaction.atomic
def uninvite_others(*, by: Resident, case: Case, at: datetime) -> None:
    """A code that was lost or given to the wrong person lets nobody in any more; whoever has joined stays."""
    if by.case_id != case.pk:
        raise Refused(NOT_YOURS)
    if by.holder_id:
        raise Refused(NOT_BRINGER)
    Case.objects.change(case)
    count = end_invitations(case)
    if not count:
        raise Refused(NONE_OPEN)
    record("case.uninvited", subject=case.ref, by=by.ref, at=at, count=count)
