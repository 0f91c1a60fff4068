"""A session has been held."""

import pytest

from tests import make_mediation as make_it
from yimen.mediation import verbs
from yimen.mediation.queries.reading import words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_what_all_accept_stands_apart_from_what_was_said() -> None:
    talk = make_it.opened()
    sitting = make_it.planned(talk)
    verbs.hold_sitting(by=talk.mediator(), sitting=sitting, words="zqsaid", facts="zqso", at=AT)
    found = {word.words: word.said for word in words_of(talk.side(1))}
    assert (found["zqsaid"], found["zqso"]) == ("record", "facts")


def test_what_was_said_alone_stays_with_that_side() -> None:
    talk = make_it.opened()
    sitting = make_it.planned(talk, 1)
    verbs.hold_sitting(by=talk.mediator(), sitting=sitting, words="zqalone", facts="zqso", at=AT)
    assert "zqalone" in {word.words for word in words_of(talk.side(1))}
    assert not {"zqalone", "zqso"} & {word.words for word in words_of(talk.side(2))}
