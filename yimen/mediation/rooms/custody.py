"""The town's own copy of each room's key, for the mediator. ``tests/house/test_mediation.py`` sees who asks for it.

It is wrapped with a key derived from ``keys/seal.key``, which lies beside the database and never in it. A new seal key
is put in front; the older ones still open.
"""

import hmac
from base64 import urlsafe_b64decode
from collections.abc import Collection
from hashlib import sha256

from django.conf import settings

from yimen.mediation.models import RoomKey
from yimen.mediation.rooms.keys import NoKey, Ring, ring_from, wrapped

CUSTODY = "custody"


def _keys() -> list[bytes]:
    return [hmac.digest(urlsafe_b64decode(k), b"yimen:mediation custody", sha256) for k in settings.YIMEN_SEAL_KEYS]


def for_custody(ring: Ring, rooms: Collection[str]) -> list[RoomKey]:
    """The keys of these rooms for the town's custody, not yet written."""
    own = _keys()[0]
    return [wrapped(ring.mediation_id, room, CUSTODY, ring.key(room), with_key=own) for room in rooms]


def ring_of_custody(mediation_id: int, rooms: Collection[str] | None = None) -> Ring:
    """The keys of these rooms, or of all; one statement. Only for whoever mediates, or is asked to."""
    rows = RoomKey.objects.filter(mediation_id=mediation_id, bearer=CUSTODY)
    found = list(rows if rooms is None else rows.filter(room__in=rooms))
    for own in _keys():
        try:
            return ring_from(mediation_id, found, own)
        except NoKey:
            continue
    raise NoKey(CUSTODY)
