"""What somebody inside reads: only what their ring opens. The type of the reader decides; nobody asks "may I"."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from yimen.mediation.agreements.drawn import NOTHING, Drawn
from yimen.mediation.agreements.rules import Text, digest_of, read
from yimen.mediation.models import Agreement, Entry, Proposal, Side, Signature, Sitting, Undertaking
from yimen.mediation.rooms.inside import Invited, MediatorIn, NamedIn, WithCode, WithKeys
from yimen.mediation.rooms.keys import Ring
from yimen.mediation.rooms.rules import JOINT, Said, own_room
from yimen.privacy.looks import Looks, looks_of

SittingFacts = Sitting


@dataclass(frozen=True)
class Words:
    """One thing that was said, opened."""

    id: int
    room: str
    said: Said
    at: datetime
    by: str  # "side:12", "post:3"
    words: str


@dataclass(frozen=True)
class Named:
    """A side as the others see it: its number, name, and whether it has come."""

    id: int
    number: int
    standing: str
    name: str
    chose: bool
    has_rights: bool
    interpreter: bool
    language: str
    agrees_until: object = None
    wishes_public: bool = False

    @property
    def ref(self) -> str:
        return f"side:{self.id}"


def names_of(reader: WithKeys | Invited | NamedIn) -> list[Named]:
    """The sides by their names, which stand sealed in the joint room; one statement."""
    rows = Side.objects.filter(mediation_id=reader.mediation.pk).defer("email", "phone").order_by("number")
    return [
        Named(
            row.pk, row.number, row.standing, reader.ring.open(JOINT, row.name), row.chose, row.rights_at is not None,
            row.interpreter, row.language, row.agrees_until, row.wishes_public,
        )
        for row in rows
    ]  # fmt: skip


def words_of(reader: WithKeys) -> list[Words]:
    """All that was said in the rooms of this reader, oldest first; one statement."""
    return _opened(reader.ring, reader.ring.rooms)


def summary_for(reader: Invited) -> str:
    """What is asked, in the mediator's words; nothing else of what was said."""
    rows = Entry.objects.filter(mediation_id=reader.mediation.pk, room=JOINT, said=Said.SUMMARY).order_by("-id")
    row = rows.first()
    return reader.ring.open(JOINT, row.words) if row else ""


def _opened(ring: Ring, rooms: list[str]) -> list[Words]:
    rows = Entry.objects.filter(mediation_id=ring.mediation_id, room__in=rooms).order_by("id")
    return [Words(row.pk, row.room, Said(row.said), row.at, row.by, ring.open(row.room, row.words)) for row in rows]


@dataclass(frozen=True)
class Meeting:
    """A session with where it is."""

    sitting: Sitting
    where: str


def sittings_of(reader: WithKeys) -> list[Meeting]:
    """The sessions this reader is asked to: those with all, and those with their own side alone; one statement."""
    rows = Sitting.objects.filter(mediation_id=reader.mediation.pk).order_by("begins_at", "id")
    if not isinstance(reader, MediatorIn):
        rows = rows.filter(alone__in=[0, *([reader.side.number] if reader.own in reader.ring.rooms else [])])
    return [Meeting(row, reader.ring.open(own_room(row.alone) if row.alone else JOINT, row.where)) for row in rows]


@dataclass(frozen=True)
class Offer:
    """A proposal, opened."""

    proposal: Proposal
    words: str


def proposals_of(reader: WithKeys) -> list[Offer]:
    """What was proposed to all, the newest first; one statement."""
    rows = Proposal.objects.filter(mediation_id=reader.mediation.pk).order_by("-id")
    return [Offer(row, reader.ring.open(JOINT, row.words)) for row in rows]


@dataclass(frozen=True)
class Signed:
    """Who has signed, as all read it."""

    who: str  # "side-1", "mediator", "committee"
    at: datetime
    how: str
    name: str  # as it was typed; empty under the committee's seal
    drawn: Drawn = NOTHING
    by: str = ""  # who did it: "side:1", or "companion:5" in its place

    @property
    def in_place(self) -> bool:
        """Has somebody signed who acts for the side?"""
        return self.by.startswith("companion:")


@dataclass(frozen=True)
class Written:
    """An agreement, opened: its text, the hash of exactly this text, and who has signed."""

    agreement: Agreement
    text: Text
    digest: str
    signed: dict[str, Signed]
    undertakings: list[Undertaking]


def agreement_of(reader: WithKeys) -> Written | None:
    """The text that counts now; three statements."""
    row = Agreement.objects.filter(mediation_id=reader.mediation.pk).exclude(state="replaced").first()
    if row is None:
        return None
    exact = reader.ring.open(JOINT, row.text)
    rows = Signature.objects.filter(agreement=row).defer("scan").order_by("id")
    signed = {one.who: _signed(reader.ring, one) for one in rows}
    return Written(row, read(exact), digest_of(exact), signed, list(row.undertakings.order_by("place")))


def _signed(ring: Ring, row: Signature) -> Signed:
    words: dict[str, Any] = json.loads(ring.open(JOINT, row.words)) if row.words else {"name": ""}
    drawn = Drawn(tuple(tuple((x, y) for x, y in stroke) for stroke in words.get("drawn", ())))
    return Signed(row.who, row.at, row.how, words["name"], drawn, row.by)


def addresses_of(reader: MediatorIn) -> dict[int, str]:
    """How each side is reached, for the mediator; one statement."""
    rows = Side.objects.filter(~Q(email=b"") | ~Q(phone=b""), mediation_id=reader.mediation.pk)
    return {row.number: row.phone or row.email for row in rows}


def looks_at(reader: WithCode) -> Looks:
    """Each time the mediator came in, as the sides read it."""
    return looks_of(reader.mediation.ref)
