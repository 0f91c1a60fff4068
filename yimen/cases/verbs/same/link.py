"""An office links a case to another one about the same thing."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.same.linked import may_link
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def link_case(*, by: Acting, case: Case, main: int, at: datetime) -> None:
    """Ten people wrote of one lamp: it is mended once. Each case keeps its receipt, its date and its letters.

    Its resident reads that it is handled together with others, and nothing of them.
    """
    other = Case.objects.select_related("office").filter(pk=main).first()
    require(may_link(by, case, other))
    assert other is not None  # noqa: S101 – the policy has seen to it
    move(case, "link", at=at, main_id=other.pk)
    Case.objects.change(other, main_id=other.pk)  # of two hands that link them the other way round, one
    record("case.linked", subject=case.ref, by=by.ref, at=at, office=case.office_id, main=other.pk)
