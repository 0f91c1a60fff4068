"""Somebody asks for mediation."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.cases.queries import Case
from yimen.journal.record import record
from yimen.kernel.receipts import NONCE
from yimen.kernel.text import needed, plain
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.coming import Person, first_rooms, hash_of, let_in, new_side, own_code
from yimen.mediation.committees.rules import takes
from yimen.mediation.models import Committee, Mediation, Side
from yimen.mediation.rooms.rules import Said, own_room
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, MOST_SIDES, Kind, Source, Standing, State
from yimen.people.rules import Resident
from yimen.privacy.sendings import count_sent, may_send

NO_COMMITTEE = gettext_noop("Please choose a committee of the list.")
NO_OTHER = gettext_noop("Please say with whom: the other side, as you call them. Five others at most.")
STALE = gettext_noop("This form is too old. Please open it again and send it once more.")


@dataclass(frozen=True)
class Application:
    """What an applicant sends."""

    nonce: str
    committee_id: int
    kind: Kind
    me: Person
    others: tuple[str, ...]  # names of the other sides
    claim: str
    reach: str = ""  # how the others can be reached, as far as known
    wish: str = ""  # about the mediator


@dataclass(frozen=True)
class Applied:
    """The mediation, and the applicant's code, which is told once and not stored."""

    mediation: Mediation
    code: str
    is_new: bool


def apply_for_mediation(
    *, by: Resident, wanted: Application, case: Case | None = None, address: str = "", at: datetime
) -> Applied:
    """It comes to the committee, which sees its type and no word of it; the same form sent twice is one application."""
    if not NONCE.fullmatch(wanted.nonce):
        raise Refused(STALE)
    code = own_code(wanted.nonce)
    try:
        return Applied(_apply(by, wanted, case, code, address=address, at=at), code, is_new=True)
    except IntegrityError:
        earlier = Side.objects.select_related("mediation").filter(code_hash=hash_of(code)).first()
        if earlier is None:
            raise
        return Applied(earlier.mediation, code, is_new=False)


@transaction.atomic
def _apply(by: Resident, wanted: Application, case: Case | None, code: str, *, address: str, at: datetime) -> Mediation:
    others = [name for name in wanted.others if name.strip()]
    if not 1 <= len(others) < MOST_SIDES:
        raise Refused(NO_OTHER)
    committee = Committee.objects.filter(pk=wanted.committee_id, is_open=True).first()
    if committee is None:
        raise Refused(NO_COMMITTEE)
    require(takes(committee.kinds, wanted.kind))
    require(may_send(address, at))
    count_sent(address, at)
    mediation = Mediation.objects.create(
        at=at,
        state=State.APPLIED.value,
        source=(Source.REFERRAL if case else Source.APPLICATION).value,
        kind=wanted.kind.value,
        committee_id=wanted.committee_id,
        case=case,
        nonce_hash=hash_of(f"form:{wanted.nonce}"),
    )
    ring = first_rooms(mediation)
    me = new_side(ring, 1, wanted.me, Standing.IN)
    me.code_hash = hash_of(code)
    me.save(force_insert=True)
    for number, name in enumerate(others, 2):
        new_side(ring, number, Person(name, wanted.me.language), Standing.NAMED).save(force_insert=True)
    own = let_in(ring, me, code)
    room = own_room(1)
    say(own, room, Said.CLAIM, needed(wanted.claim, LONGEST_WORDS), by=me.ref, at=at)
    for said, words in ((Said.REACH, wanted.reach), (Said.WISH, wanted.wish)):
        if text := plain(words, LONGEST_WORDS):
            say(own, room, said, text, by=me.ref, at=at)
    record("mediation.applied", subject=mediation.ref, by=by.ref, at=at, kind=mediation.kind, source=mediation.source)
    return mediation
