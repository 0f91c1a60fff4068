"""Whoever has shown a file takes it back."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.mediation.models import RoomFile
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import MediatorIn, SideIn


@transaction.atomic
def take_back_file(*, by: SideIn | MediatorIn, mark: str, at: datetime) -> None:
    """It is gone for everybody; what somebody has kept of it on their own device nobody can take back."""
    require(may(by, "take_back_file"))
    mine = RoomFile.objects.filter(mediation=by.mediation, room__in=by.ring.rooms, mark=mark, by=by.ref)
    if not mine.delete()[0]:
        raise Refused(NOT_YOU)
    record("mediation.file_taken_back", subject=by.mediation.ref, by=by.ref, at=at)
