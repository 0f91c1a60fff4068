"""The mediator writes something down: for themselves, to one side alone, or to all."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.mediation.models import Side
from yimen.mediation.policies import has_come, may
from yimen.mediation.rooms.inside import JOINT, MediatorIn, own_room
from yimen.mediation.rooms.rules import MEDIATORS, Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS, Standing
from yimen.mediation.telling import tell_all, tell_side


@transaction.atomic
def note_for_oneself(*, by: MediatorIn, words: str, at: datetime) -> None:
    """In the mediator's own room; no side has its key."""
    require(may(by, "note"))
    say(by.ring, MEDIATORS, Said.MINE, needed(words, LONGEST_WORDS), by=by.ref, at=at)
    record("mediation.noted", subject=by.mediation.ref, by=by.ref, at=at)


@transaction.atomic
def note_to_side(*, by: MediatorIn, side: int, words: str, is_caucus: bool = False, at: datetime) -> None:
    """To one side alone, or what was said in a caucus with it: in that side's room."""
    require(may(by, "note"))
    require(has_come(by.mediation, side))
    said = Said.CAUCUS if is_caucus else Said.MESSAGE
    say(by.ring, own_room(side), said, needed(words, LONGEST_WORDS), by=by.ref, at=at)
    for one in Side.objects.filter(mediation=by.mediation, number=side, standing=Standing.IN):
        tell_side(one, "mediation-news", at=at)
    record("mediation.noted", subject=by.mediation.ref, by=by.ref, at=at, side=side)


@transaction.atomic
def note_to_all(*, by: MediatorIn, words: str, is_facts: bool = False, at: datetime) -> None:
    """To all; or what all accept as so, apart from what anybody offered: only that may count elsewhere."""
    require(may(by, "note"))
    said = Said.FACTS if is_facts else Said.MESSAGE
    say(by.ring, JOINT, said, needed(words, LONGEST_WORDS), by=by.ref, at=at)
    tell_all(by.mediation, "mediation-news", at=at)
    record("mediation.noted", subject=by.mediation.ref, by=by.ref, at=at, side=0)
