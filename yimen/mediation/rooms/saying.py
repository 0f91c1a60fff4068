"""Saying something in a room: sealed with its key, and in a room where such a thing may stand."""

from datetime import datetime

from yimen.mediation.models import Entry
from yimen.mediation.rooms.keys import Ring
from yimen.mediation.rooms.rules import Said, may_stand


def entry_of(ring: Ring, room: str, said: Said, words: str, *, by: str, at: datetime) -> Entry:
    """The entry, not yet written."""
    if not may_stand(said, room):
        msg = f"{said} does not stand in {room}"
        raise ValueError(msg)
    return Entry(mediation_id=ring.mediation_id, room=room, said=said.value, at=at, by=by, words=ring.seal(room, words))


def say(ring: Ring, room: str, said: Said, words: str, *, by: str, at: datetime) -> Entry:
    """It is said."""
    made = entry_of(ring, room, said, words, by=by, at=at)
    made.save(force_insert=True)
    return made
