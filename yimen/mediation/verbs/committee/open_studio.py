"""A named mediator's room."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import named
from yimen.kernel.verdict import require
from yimen.mediation.models import Committee, Studio
from yimen.mediation.policies import may_set_up
from yimen.people.rules import Acting, Operator


@transaction.atomic
def open_studio(*, by: Acting | Operator, committee: Committee, names: Mapping[str, str], at: datetime) -> Studio:
    """It belongs to one committee, whose seal goes on its agreements."""
    require(may_set_up(by))
    made = Studio.objects.create(committee=committee, names=named(names, 80))
    record("committee.studio_opened", subject=f"committee:{committee.pk}", by=by.ref, at=at, studio=made.pk)
    return made
