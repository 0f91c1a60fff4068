"""What the exchange tells of calls at the desk's telephones, so that a clock starts by itself. Kept for a day."""

import hmac
from datetime import datetime
from hashlib import sha256

from django.db.models import Q

from yimen.calls.models import Ring
from yimen.calls.rules import RING_KEPT, Event, Heard
from yimen.kernel.seal import derived_key

LONGEST_LINE = 32


def note_ring(heard: Heard, at: datetime) -> bool:
    """Write it down; an event that came before, or comes after what follows it, changes nothing and says so."""
    call = hmac.digest(derived_key("calls"), heard.call.encode(), sha256)
    ring = Ring.objects.filter(call_hash=call)
    if heard.event is Event.ENDED:
        return bool(ring.filter(ended_at__isnull=True).update(ended_at=at))
    line = heard.line[:LONGEST_LINE]
    is_answered = heard.event is Event.ANSWERED
    made = Ring.objects.bulk_create(
        [Ring(call_hash=call, line=line, rang_at=at, answered_at=at if is_answered else None)]
        if not ring.exists()
        else [],
        ignore_conflicts=True,  # two processes may hear the same exchange
    )
    if made or not is_answered:
        return bool(made)
    return bool(ring.filter(answered_at__isnull=True, ended_at__isnull=True).update(answered_at=at, line=line))


def ring_at(line: str, at: datetime) -> Ring | None:
    """The last call that was answered at this telephone of the desk, or is ringing there now; one statement."""
    if not line:
        return None
    rows = Ring.objects.filter(line=line, rang_at__gt=at - RING_KEPT)
    return rows.filter(Q(answered_at__isnull=False) | Q(ended_at__isnull=True)).order_by("-id").first()


def forget_rings(at: datetime) -> int:
    """The calls of yesterday."""
    return Ring.objects.filter(rang_at__lt=at - RING_KEPT).delete()[0]


__all__ = ["Ring", "forget_rings", "note_ring", "ring_at"]
