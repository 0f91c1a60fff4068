"""The door of those who come with a side: by a code of their own. And who they are, for those inside."""

from dataclasses import dataclass

from yimen.mediation.companions.rules import FOR_A_SIDE, Joined, Role
from yimen.mediation.models import Companion
from yimen.mediation.rooms.inside import BesideIn, NamedIn, SideIn, WithCode, WithKeys
from yimen.mediation.rooms.keys import code_hash, ring_of_code
from yimen.mediation.rooms.rules import JOINT
from yimen.mediation.rules import State


def companion_in(code: str) -> WithCode | None:
    """Whoever comes with a side and holds this code; two statements. After its end only those who act for a side."""
    rows = Companion.objects.select_related("side__mediation__case", "side__mediation__committee")
    row = rows.filter(code_hash=code_hash(code), joined=Joined.IN).first()
    if row is None:
        return None
    side = row.side
    ring = ring_of_code(side.mediation_id, row.ref, code)
    if row.role in FOR_A_SIDE:
        return SideIn(side.mediation, side, ring, through=row)
    return None if side.mediation.state == State.ENDED else BesideIn(side.mediation, side, row, ring)


@dataclass(frozen=True)
class Beside:
    """Somebody who comes with a side, as those inside see them."""

    id: int
    side: int
    role: Role
    joined: Joined
    name: str
    may_sign: bool
    reads_own: bool
    agreed: tuple[int, ...]

    @property
    def ref(self) -> str:
        return f"companion:{self.id}"


def companions_of(reader: WithKeys | NamedIn) -> list[Beside]:
    """Who comes with each side, or is wanted; one statement. Those who went stay, so that their words have a name."""
    rows = Companion.objects.filter(side__mediation_id=reader.mediation.pk).select_related("side").order_by("id")
    return [
        Beside(
            row.pk, row.side.number, Role(row.role), Joined(row.joined), reader.ring.open(JOINT, row.name),
            row.may_sign, row.reads_own, tuple(row.agreed),
        )
        for row in rows
    ]  # fmt: skip
