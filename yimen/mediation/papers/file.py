"""What the papers are made from: everything that the reader's keys open, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from yimen.kernel.clock import midnight
from yimen.kernel.models import editions
from yimen.mediation.agreements.rules import Drafted
from yimen.mediation.companions.rules import Joined
from yimen.mediation.models import Committee
from yimen.mediation.papers.rules import RECORDS, Stands
from yimen.mediation.queries.companions import Beside, companions_of
from yimen.mediation.queries.reading import (
    Meeting,
    Named,
    Words,
    Written,
    agreement_of,
    names_of,
    sittings_of,
    words_of,
)
from yimen.mediation.rooms.inside import WithKeys
from yimen.mediation.rooms.keys import NoKey
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rules import number_in_words
from yimen.people.queries import posts_shown


@dataclass(frozen=True)
class File:
    """A mediation as one reader has it."""

    reader: WithKeys
    number: str  # （2026）格人调字第7号
    committee: Mapping[str, str]
    mediator: Mapping[str, str]  # the office of their post: papers are handed around, and an office answers
    names: list[Named]
    words: list[Words]
    meetings: list[Meeting]
    written: Written | None
    company: list[Beside]  # who has come with a side

    def name(self, side: int) -> str:
        """The name of this side, as it is called here."""
        return next((one.name for one in self.names if one.number == side), "")

    def last(self, said: Said) -> Words | None:
        """The last one of this kind that the reader can open."""
        return next((one for one in reversed(self.words) if one.said is said), None)

    def meeting_of(self, record: Words) -> Meeting | None:
        """The session that this record was written of; none if the mediator just noted a talk."""
        alone = 0 if record.said is Said.RECORD else int(record.room.rpartition("-")[2])
        return next((m for m in self.meetings if m.sitting.held_at == record.at and m.sitting.alone == alone), None)


def file_of(reader: WithKeys) -> File | None:
    """Everything at once, in nine statements; nothing before it has a number, and nothing once it is forgotten."""
    mediation = reader.mediation
    if not isinstance(reader, WithKeys):  # an invitation opens the joint room for its summary, and for no paper
        raise NoKey(mediation.ref)
    if not mediation.serial or not reader.ring.rooms:
        return None
    committee = Committee.objects.get(pk=mediation.committee_id)
    post = mediation.mediator_post_id or 0
    shown = posts_shown([post], edition=editions().get("people", 0)).get(post)
    return File(
        reader=reader,
        number=number_in_words(mediation.year or 0, committee.sign, mediation.serial),
        committee=committee.names,
        mediator=shown.office_names if shown else {},
        names=names_of(reader),
        words=words_of(reader),
        meetings=sittings_of(reader),
        written=agreement_of(reader),
        company=[one for one in companions_of(reader) if one.joined is Joined.IN],
    )


def stands(file: File) -> Stands:
    """Where it stands, as the rules of papers ask."""
    mediation, written = file.reader.mediation, file.written
    return Stands(
        began_at=mediation.at,
        ended_at=mediation.ended_at,
        agreed_on=mediation.agreed_on,
        claimed_at=_at(file.last(Said.CLAIM)),
        summed_up_at=_at(file.last(Said.SUMMARY)),
        drafted=Drafted(written.agreement.state) if written else None,
        drafted_at=(written.agreement.in_force_at or written.agreement.at) if written else None,
        followed_at=_followed_at(written) if mediation.agreed_on else None,
        records=tuple((one.id, one.at) for one in file.words if one.said in RECORDS),
    )


def _at(words: Words | None) -> datetime | None:
    return words.at if words else None


def _followed_at(written: Written | None) -> datetime | None:
    """When somebody last asked; before that, when the agreement was made: the form can be printed to be filled in."""
    if written is None or not written.undertakings:
        return None
    days = [one.followed_on for one in written.undertakings if one.followed_on]
    return midnight(max(days)) if days else written.agreement.at
