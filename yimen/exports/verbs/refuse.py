"""A second person does not want cases to leave the town."""

from datetime import datetime

from django.db import transaction

from yimen.exports.models import Export
from yimen.exports.policies import may_decide
from yimen.exports.rules import LONGEST_WHY, Stage, may_be_decided
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def refuse_export(*, by: Acting, export: Export, answer: str, at: datetime) -> None:
    """Nothing leaves; whoever asked reads why."""
    require(may_decide(by, export))
    require(may_be_decided(Stage(export.stage)))
    answer = needed(answer, LONGEST_WHY)
    Export.objects.change(
        export, stage=Stage.REFUSED.value, decided_by_id=by.post_id, second_id=by.staff_id, answer=answer
    )
    record("export.refused", subject=export.ref, by=by.ref, at=at, office=export.office_id)
