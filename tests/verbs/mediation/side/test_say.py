"""Alone or to all."""

import pytest

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.queries.reading import words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_what_is_said_alone_stays_alone() -> None:
    talk = make_it.taken()
    verbs.say_privately(by=talk.side(1), words="zqalone", at=AT)
    verbs.say_to_all(by=talk.side(1), words="zqall", at=AT)
    rooms = {word.words: word.room for word in words_of(talk.mediator())}
    assert (rooms["zqalone"], rooms["zqall"]) == ("side-1", "joint")
    assert history(talk.row.ref)[-1].facts == {"alone": False}


def test_nothing_is_said_before_there_is_a_mediator_nor_after_the_end() -> None:
    talk = make_it.applied()
    with pytest.raises(Refused, match="not named"):
        verbs.say_privately(by=talk.side(1), words="x", at=AT)
    verbs.leave_mediation(by=talk.side(1), at=AT)
    with pytest.raises(Refused, match="ended"):
        verbs.say_to_all(by=talk.side(1), words="x", at=AT)
