"""The door of the sides: by a code, or by an invitation. The town's own copy of the keys is never asked for here."""

from datetime import datetime

from django.db.models import QuerySet

from yimen.kernel.receipts import read
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.models import Companion, RoomKey, Side
from yimen.mediation.queries.companions import companion_in
from yimen.mediation.rooms.inside import Invited, SideIn, WithCode
from yimen.mediation.rooms.keys import Ring, code_hash, ring_of_code
from yimen.privacy.guesses import count_wrong, may_guess

MISTYPED = gettext_noop("This is not a code: it has 15 letters and digits, and one of them seems mistyped.")
UNKNOWN = gettext_noop("We know no mediation with this code. Please check it letter by letter.")
GONE = gettext_noop("This invitation has been answered, or is not known. Please check it letter by letter.")


def bearer_of(side: Side, *, is_invited: bool = False) -> str:
    """For whom a key is wrapped: a side's own code and its invitation open different things at different times."""
    return f"invited:{side.pk}" if is_invited else side.ref


def _sides() -> QuerySet[Side]:
    return Side.objects.select_related("mediation", "mediation__case", "mediation__committee")


def insider_by_code(typed: str, *, address: str, at: datetime) -> WithCode:
    """Whoever holds this code: a side, or somebody who comes with one. Wrong ones are counted per connection, as wrong
    receipts are; three statements, one more for whoever comes with a side.
    """
    me = insider_of_note(_read(typed, address, at))
    if me is None:
        count_wrong(address, at)
        raise Refused(UNKNOWN)
    return me


def insider_of_note(code: str) -> WithCode | None:
    """The same for a browser that has shown its code before; nothing is counted."""
    side = _sides().filter(code_hash=code_hash(code)).first()
    return inside(side, code) if side else companion_in(code)


def inside(side: Side, code: str) -> SideIn:
    """This side with the keys that its code opens; without any, where what was said has been forgotten."""
    return SideIn(side.mediation, side, ring_of_code(side.mediation_id, bearer_of(side), code))


def invited_by(typed: str, *, address: str, at: datetime) -> Invited:
    """Whoever holds this invitation."""
    code = _read(typed, address, at)
    side = _sides().filter(invitation_hash=code_hash(code)).first()
    if side is None:
        count_wrong(address, at)
        raise Refused(GONE)
    ring = ring_of_code(side.mediation_id, bearer_of(side, is_invited=True), code)
    return Invited(side.mediation, side, ring)


def has_keys(ring: Ring) -> bool:
    """Is anything still there to be read?"""
    return bool(ring.rooms)


def is_code(typed: str) -> bool:
    """Is this a code of mediation? Whoever asks has had it counted as a wrong receipt already."""
    if not (code := read(typed)):
        return False
    hashed = code_hash(code)
    return any(table.objects.filter(code_hash=hashed).exists() for table in (Side, Companion))


def _read(typed: str, address: str, at: datetime) -> str:
    require(may_guess(address, at))
    code = read(typed)
    if not code:
        raise Refused(MISTYPED)
    return code


def forget_invitations(mediation_id: int) -> None:
    """Invitations that are over open nothing any more."""
    RoomKey.objects.filter(mediation_id=mediation_id, bearer__startswith="invited:").delete()
