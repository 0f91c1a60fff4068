"""Somebody who comes with a side does so no longer."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.mediation.companions.parting import part_with
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import BesideIn, SideIn
from yimen.mediation.telling import tell_side


@transaction.atomic
def step_back(*, by: SideIn | BesideIn, at: datetime) -> None:
    """By themselves, without a reason; their side is told, and the mediation goes on."""
    require(may(by, "step_back"))
    row = by.companion if isinstance(by, BesideIn) else by.through
    if row is None:
        raise Refused(NOT_YOU)
    part_with(by.mediation.pk, row, at=at)
    tell_side(by.side, "mediation-news", at=at)
    record("mediation.companion_gone", subject=by.mediation.ref, by=by.ref, at=at, companion=row.pk)
