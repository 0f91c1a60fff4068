"""A session has been held."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed, plain
from yimen.kernel.verdict import YES, Verdict, require
from yimen.mediation.models import Sitting
from yimen.mediation.moving import move
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.rooms.inside import JOINT, MediatorIn, own_room
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS
from yimen.mediation.sittings.rules import Planned


@transaction.atomic
def hold_sitting(*, by: MediatorIn, sitting: Sitting, words: str, facts: str = "", at: datetime) -> None:
    """What was said is written down; what all accept as so stands apart. Of a caucus nobody but its side reads."""
    require(may(by, "hold"))
    require(YES if sitting.mediation_id == by.mediation.pk and sitting.state == Planned.PLANNED else Verdict(NOT_YOU))
    Sitting.objects.change(sitting, state=Planned.HELD.value, held_at=at)
    text = needed(words, LONGEST_WORDS)
    if sitting.alone:
        say(by.ring, own_room(sitting.alone), Said.CAUCUS, text, by=by.ref, at=at)
    else:
        say(by.ring, JOINT, Said.RECORD, text, by=by.ref, at=at)
        if accepted := plain(facts, LONGEST_WORDS):
            say(by.ring, JOINT, Said.FACTS, accepted, by=by.ref, at=at)
    move(by.mediation, "hold")
    record("mediation.held", subject=by.mediation.ref, by=by.ref, at=at, sitting=sitting.pk)
