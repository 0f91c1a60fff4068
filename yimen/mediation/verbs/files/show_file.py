"""Somebody shows photos or documents, to all or alone."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.files.hygiene import clean_all
from yimen.journal.record import record
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused, Verdict, gettext_noop, require
from yimen.mediation.models import Side
from yimen.mediation.policies import NOT_YOU, has_come, may
from yimen.mediation.rooms.files import has_room, keep
from yimen.mediation.rooms.inside import JOINT, MediatorIn, SideIn
from yimen.mediation.rooms.rules import OWN
from yimen.mediation.telling import tell_all, tell_side

NO_FILE = gettext_noop("Please choose a photo or a document.")


def show_files(*, by: SideIn | MediatorIn, room: str, files: Sequence[tuple[str, bytes]], at: datetime) -> None:
    """Through the hygiene of all files, then sealed with the key of this room: nobody else can have them.

    ``room``: "joint", or that of a side, which reads it with the mediator alone. ``files``: names and contents.
    Raises ``Refused`` for one that can't be taken.
    """
    require(may(by, "show_file"))
    if not files:
        raise Refused(NO_FILE)
    cleaned = clean_all(files)  # looking through them takes its time, and holds nobody up
    with transaction.atomic():
        require(_may_stand(by, room))
        require(has_room(by.mediation.pk, cleaned))
        for one in cleaned:
            keep(by.ring, room, one, by=by.ref, at=at)
        _tell(by, room, at)
        record("mediation.file_shown", subject=by.mediation.ref, by=by.ref, at=at, room=room, number=len(cleaned))


def _may_stand(by: SideIn | MediatorIn, room: str) -> Verdict:
    """In the joint room, and in that of a side by itself or by the mediator."""
    if isinstance(by, SideIn):
        return Verdict() if room in {JOINT, by.own} else Verdict(NOT_YOU)
    if room == JOINT:
        return Verdict()
    number = room.removeprefix(OWN)
    known = number_in(number)
    return Verdict(NOT_YOU) if known is None else has_come(by.mediation, known)


def _tell(by: SideIn | MediatorIn, room: str, at: datetime) -> None:
    if room == JOINT:
        own = by.side.number if isinstance(by, SideIn) and by.through is None else 0
        tell_all(by.mediation, "mediation-news", at=at, but=own)
    elif isinstance(by, MediatorIn):
        for side in Side.objects.filter(mediation=by.mediation, number=room.removeprefix(OWN), standing="in"):
            tell_side(side, "mediation-news", at=at)
