"""Who is in a mediation, with the keys they have. Every verb's ``by`` and every reading is one of these.

They are made by ``queries/`` alone, from a code or from a post. Which one somebody is decides what can be read at all;
no page asks "may they see this?".
"""

from dataclasses import dataclass

from yimen.mediation.models import Companion, Mediation, Side
from yimen.mediation.rooms.keys import Ring
from yimen.mediation.rooms.rules import JOINT, own_room
from yimen.people.rules import Acting


@dataclass(frozen=True)
class SideIn:
    """A side, by its code: the joint room and its own. Or its guardian or representative, in its place."""

    mediation: Mediation
    side: Side
    ring: Ring
    through: Companion | None = None

    @property
    def ref(self) -> str:
        return self.through.ref if self.through else self.side.ref

    @property
    def own(self) -> str:
        """Their own room."""
        return own_room(self.side.number)


@dataclass(frozen=True)
class BesideIn:
    """A supporter, an expert or an interpreter beside a side: the joint room; its own room if it said so."""

    mediation: Mediation
    side: Side
    companion: Companion
    ring: Ring

    @property
    def ref(self) -> str:
        return self.companion.ref

    @property
    def own(self) -> str:
        """The room of the side they come with; they may have no key to it."""
        return own_room(self.side.number)


@dataclass(frozen=True)
class Invited:
    """Whoever holds an invitation: what they are told before they say yes or no."""

    mediation: Mediation
    side: Side
    ring: Ring

    @property
    def ref(self) -> str:
        return self.side.ref


@dataclass(frozen=True)
class MediatorIn:
    """The mediator who has accepted: every room."""

    mediation: Mediation
    acting: Acting
    ring: Ring

    @property
    def ref(self) -> str:
        return self.acting.ref


@dataclass(frozen=True)
class NamedIn:
    """The mediator who was named: the names, to see whether anything stands between them and a side."""

    mediation: Mediation
    acting: Acting
    ring: Ring  # of the joint room

    @property
    def ref(self) -> str:
        return self.acting.ref


@dataclass(frozen=True)
class HeadIn:
    """The head of the committee: no key at all."""

    mediation: Mediation
    acting: Acting

    @property
    def ref(self) -> str:
        return self.acting.ref


Inside = SideIn | BesideIn | Invited | MediatorIn | NamedIn | HeadIn
WithCode = SideIn | BesideIn
WithKeys = SideIn | BesideIn | MediatorIn

__all__ = [
    "JOINT", "BesideIn", "HeadIn", "Inside", "Invited", "MediatorIn", "NamedIn", "SideIn", "WithCode", "WithKeys",
    "own_room",
]  # fmt: skip
