"""Cases leave the town in a file."""

from datetime import datetime

from django.db import transaction

from yimen.cases.copies.office import OfficeCopy, office_copy
from yimen.exports.models import Export
from yimen.exports.policies import may_take
from yimen.exports.rules import Stage, may_be_taken
from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def take_export(*, by: Acting, export: Export, at: datetime) -> OfficeCopy:
    """Once. Each case in it gets a look that its resident reads; what has gone elsewhere since is left out."""
    require(may_take(by, export))
    require(may_be_taken(Stage(export.stage), export.until, at))
    copy = office_copy(
        by, export.cases, purpose=export.purpose, with_contacts=export.with_contacts, at=at, town=the_town()
    )
    Export.objects.change(export, stage=Stage.TAKEN.value)
    record("export.taken", subject=export.ref, by=by.ref, at=at, office=export.office_id, cases=len(copy.rows))
    return copy
