"""A second person agrees that cases leave the town."""

from datetime import datetime

from django.db import transaction

from yimen.exports.models import Export
from yimen.exports.policies import are_two, may_decide
from yimen.exports.rules import LASTS, Stage, may_be_decided
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting


@transaction.atomic
def agree_export(*, by: Acting, export: Export, at: datetime) -> None:
    """Whoever asked may take the file once, within a day."""
    require(may_decide(by, export))
    require(may_be_decided(Stage(export.stage)))
    require(are_two(by, export, at))
    Export.objects.change(
        export, stage=Stage.AGREED.value, decided_by_id=by.post_id, second_id=by.staff_id, until=at + LASTS
    )
    record("export.agreed", subject=export.ref, by=by.ref, at=at, office=export.office_id)
