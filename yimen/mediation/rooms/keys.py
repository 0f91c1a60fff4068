"""Keys of rooms. Each room has one, which stands in the database only wrapped; a :class:`Ring` holds those of a reader.

A side's ring is opened by its code, which nobody has but the side. So no query that is made for one side can open what
another one said: the key is not there. The town's own copy is opened in ``custody.py`` alone, for the mediator.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from yimen.kernel.receipts import hashed
from yimen.kernel.seal import derived_key
from yimen.mediation.models import RoomKey

NUMBER, LENGTH = 12, 32  # bytes
PURPOSE = "mediation"


class NoKey(LookupError):
    """Whoever reads has no key for this room: a mistake of ours, never of a person."""


@dataclass(frozen=True)
class Ring:
    """The keys that one reader has, room by room. Nothing else opens what was said."""

    mediation_id: int
    _keys: Mapping[str, bytes] = field(repr=False)

    @property
    def rooms(self) -> list[str]:
        """The rooms that it opens."""
        return sorted(self._keys)

    def seal(self, room: str, words: str) -> bytes:
        """These words, to be opened with the key of this room only."""
        return self.seal_bytes(room, words.encode())

    def seal_bytes(self, room: str, content: bytes) -> bytes:
        """The same for what is no text."""
        return closed(self.key(room), content, self._place(room))

    def open(self, room: str, sealed: bytes | memoryview) -> str:
        """The words again."""
        return self.open_bytes(room, sealed).decode()

    def open_bytes(self, room: str, sealed: bytes | memoryview) -> bytes:
        """The same for what is no text."""
        return unclosed(self.key(room), bytes(sealed), self._place(room)) if sealed else b""

    def key(self, room: str) -> bytes:
        """The key of this room, to be handed on to somebody who comes in."""
        if room not in self._keys:
            raise NoKey(room)
        return self._keys[room]

    def also(self, room: str, key: bytes) -> "Ring":
        """The same ring with one room more."""
        return Ring(self.mediation_id, {**self._keys, room: key})

    def _place(self, room: str) -> bytes:
        """What is sealed is bound to its mediation and room: moved to another row, it does not open."""
        return f"{self.mediation_id}:{room}".encode()


def closed(key: bytes, content: bytes, place: bytes) -> bytes:
    """AES-256-GCM under a random number of twelve bytes, as everything that is sealed (docs/adr/0012)."""
    number = urandom(NUMBER)
    return number + AESGCM(key).encrypt(number, content, place)


def unclosed(key: bytes, value: bytes, place: bytes) -> bytes:
    """The content again; :class:`NoKey` with another key, or if somebody changed it."""
    try:
        return AESGCM(key).decrypt(value[:NUMBER], value[NUMBER:], place)
    except InvalidTag as wrong:
        raise NoKey(place.decode()) from wrong


def new_key() -> bytes:
    """A key for a room."""
    return urandom(LENGTH)


def code_hash(code: str) -> bytes:
    """What is stored of a side's code or of an invitation."""
    return hashed(code, derived_key(PURPOSE))


def _key_of(code: str) -> bytes:
    """The key that a code is: it is not stored, and without the town's secret its 68 bits can't be tried out."""
    return hmac.digest(derived_key(f"{PURPOSE} room"), code.encode(), sha256)


def wrapped(mediation_id: int, room: str, bearer: str, key: bytes, *, with_key: bytes) -> RoomKey:
    """The key of a room for one bearer, not yet written."""
    place = f"{mediation_id}:{room}:{bearer}".encode()
    return RoomKey(mediation_id=mediation_id, room=room, bearer=bearer, wrapped=closed(with_key, key, place))


def for_code(ring: Ring, rooms: Iterable[str], bearer: str, code: str) -> list[RoomKey]:
    """The keys of these rooms for whoever holds this code, not yet written."""
    own = _key_of(code)
    return [wrapped(ring.mediation_id, room, bearer, ring.key(room), with_key=own) for room in rooms]


def ring_of_code(mediation_id: int, bearer: str, code: str) -> Ring:
    """What this code opens; one statement."""
    return ring_from(mediation_id, RoomKey.objects.filter(mediation_id=mediation_id, bearer=bearer), _key_of(code))


def ring_from(mediation_id: int, rows: Iterable[RoomKey], with_key: bytes) -> Ring:
    """The keys that these rows hold."""
    keys = {}
    for row in rows:
        place = f"{mediation_id}:{row.room}:{row.bearer}".encode()
        keys[row.room] = unclosed(with_key, bytes(row.wrapped), place)
    return Ring(mediation_id, keys)
