"""A side says something, to the mediator alone or to all."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import JOINT, SideIn, WithCode
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rooms.saying import say
from yimen.mediation.rules import LONGEST_WORDS
from yimen.mediation.telling import tell_all


@transaction.atomic
def say_privately(*, by: SideIn, words: str, at: datetime) -> None:
    """To the mediator alone: sealed in the side's own room, to which no other side has a key."""
    require(may(by, "say_alone"))
    say(by.ring, by.own, Said.MESSAGE, needed(words, LONGEST_WORDS), by=by.ref, at=at)
    record("mediation.said", subject=by.mediation.ref, by=by.ref, at=at, alone=True)


@transaction.atomic
def say_to_all(*, by: WithCode, words: str, at: datetime) -> None:
    """To all sides and the mediator: by a side, or by somebody who comes with one."""
    require(may(by, "say"))
    say(by.ring, JOINT, Said.MESSAGE, needed(words, LONGEST_WORDS), by=by.ref, at=at)
    tell_all(by.mediation, "mediation-news", at=at, but=0 if by.ref != by.side.ref else by.side.number)
    record("mediation.said", subject=by.mediation.ref, by=by.ref, at=at, alone=False)
