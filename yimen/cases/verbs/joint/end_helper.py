"""A resident ends the receipt of whoever helped to bring their case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.joint.inviting import end_helper_of
from yimen.cases.models import Case
from yimen.cases.policies import NOT_YOURS
from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.rules import Resident

NO_HELPER = gettext_noop("No helper holds a receipt of this case.")


@transaction.atomic
def end_helper(*, by: Resident, case: Case, at: datetime) -> None:
    """From now on the helper does not even see where the case stands. Nobody asks why, and nobody is told."""
    if by != Resident(case.pk):  # those who joined later have no helper
        raise Refused(NOT_YOURS)
    Case.objects.change(case)
    if not end_helper_of(case):
        raise Refused(NO_HELPER)
    record("case.helper_ended", subject=case.ref, by=by.ref, at=at)
