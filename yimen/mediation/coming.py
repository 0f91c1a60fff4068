"""How sides come to be in a mediation: their row, their room and its key, and codes that are told once, not stored."""

from dataclasses import dataclass

from yimen.kernel.receipts import receipt_from
from yimen.kernel.seal import derived_key
from yimen.kernel.text import needed
from yimen.mediation.models import Mediation, RoomKey, Side
from yimen.mediation.queries.sides import bearer_of
from yimen.mediation.rooms.custody import for_custody
from yimen.mediation.rooms.keys import Ring, code_hash, for_code, new_key
from yimen.mediation.rooms.rules import JOINT, MEDIATORS, own_room
from yimen.mediation.rules import LONGEST_NAME, Standing


@dataclass(frozen=True)
class Person:
    """A side as it says who it is: a name to be called by, a language, and how it wants to be told."""

    name: str
    language: str = "zh-hans"
    tell: str = "here"
    email: str = ""
    phone: str = ""
    interpreter: bool = False


def own_code(nonce: str) -> str:
    """The code that belongs to this form: sent twice, it is the same (docs/adr/0002)."""
    return receipt_from(nonce, derived_key("mediation code"))


def invitation_code(nonce: str, side: int) -> str:
    """The invitation that belongs to this form and side."""
    return receipt_from(f"{nonce}:{side}", derived_key("mediation invitation"))


def companion_code(nonce: str, companion: int) -> str:
    """The code that belongs to this form and to whoever comes with a side."""
    return receipt_from(f"{nonce}:{companion}", derived_key("mediation companion"))


def first_rooms(mediation: Mediation) -> Ring:
    """The joint room and the mediator's, with their new keys in the town's custody."""
    ring = Ring(mediation.pk, {JOINT: new_key(), MEDIATORS: new_key()})
    RoomKey.objects.bulk_create(for_custody(ring, [JOINT, MEDIATORS]))
    return ring


def new_side(ring: Ring, number: int, who: Person, standing: Standing) -> Side:
    """The row, not yet written; the name is sealed for the joint room."""
    return Side(
        mediation_id=ring.mediation_id,
        number=number,
        standing=standing.value,
        name=ring.seal(JOINT, needed(who.name, LONGEST_NAME)),
        language=who.language,
        tell=who.tell,
        email=who.email,
        phone=who.phone,
        interpreter=who.interpreter,
    )


def let_in(ring: Ring, side: Side, code: str) -> Ring:
    """A room of their own with a new key; their code opens it and the joint room. ``side`` is written already."""
    room = own_room(side.number)
    ring = ring.also(room, new_key())
    keys = for_custody(ring, [room]) + for_code(ring, [JOINT, room], bearer_of(side), code)
    RoomKey.objects.bulk_create(keys)
    return Ring(ring.mediation_id, {name: ring.key(name) for name in (JOINT, room)})


def hash_of(code: str) -> bytes:
    """What is stored of a code."""
    return code_hash(code)
