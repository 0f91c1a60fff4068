"""Something came by a channel, and is written down before anybody is told that it is here."""

import hmac
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from yimen.intake.channels import INLETS
from yimen.intake.models import Arrival
from yimen.intake.rules import Stage, Why
from yimen.journal.record import record
from yimen.kernel.seal import derived_key
from yimen.people.rules import Resident


def receive_arrival(
    *, by: Resident, channel: str, content: bytes, beginning_only: bool = False, at: datetime
) -> Arrival | None:
    """Word for word, sealed, and on the disk when this returns; nothing if the very same is here already.

    Of something that is too large only its beginning came: it is held for a clerk at once.
    """
    same = hmac.digest(derived_key("arrivals"), channel.encode() + b"\0" + INLETS[channel].sameness(content), sha256)
    if Arrival.objects.filter(digest=same).exists():
        return None
    held = {"stage": Stage.HELD.value, "why": Why.TOO_LARGE.value} if beginning_only else {"next_at": at}
    arrival = Arrival(channel=channel, at=at, size=len(content), content=content, digest=same, **held)
    try:
        _write(arrival, by=by, at=at)
    except IntegrityError:  # another connection was quicker
        return None
    return arrival


@transaction.atomic
def _write(arrival: Arrival, *, by: Resident, at: datetime) -> None:
    arrival.save(force_insert=True)
    record("arrival.received", subject=arrival.ref, by=by.ref, at=at, channel=arrival.channel)
