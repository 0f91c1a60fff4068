"""A supervisor instructs an office."""

from datetime import date, datetime

from django.db import transaction

from yimen.cases.queries import Case
from yimen.cases.rules import LONGEST_REMARK
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.supervision.instructions import may_instruct
from yimen.supervision.models import Instruction

IN_THE_PAST = gettext_noop("Please give a day that is not over yet.")


@transaction.atomic
def instruct_office(*, by: Acting, case: Case, text: str, until_on: date, at: datetime) -> None:
    """The supervisor says what the office shall do on a case, and by when it reports (督办).

    The resident sees that the supervisor acted and by when the office reports. The words are between offices: they may
    speak of others, and what the resident must know is owed to them in an answer.
    """
    stands_open = Instruction.objects.filter(case=case, reported_at__isnull=True).exists()
    require(may_instruct(by, case, stands_open=stands_open))
    if until_on < day_of(at):
        raise Refused(IN_THE_PAST)
    text = needed(text, LONGEST_REMARK)
    Instruction.objects.create(case=case, at=at, by=by.ref, until_on=until_on, text=text)
    record("case.instructed", subject=case.ref, by=by.ref, at=at, office=case.office_id, until=str(until_on))
