"""From the first word to the last, as a whole."""

import pytest

from tests import make_mediation as make_it
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.queries.reading import words_of
from yimen.mediation.verbs import follow_to_the_end, follow_up

pytestmark = pytest.mark.django_db


def test_two_sides_agree_and_keep_to_it() -> None:
    talk = make_it.agreed()
    row = talk.row
    assert (row.state, row.year, row.serial) == ("agreed", 2026, 1)
    written = talk.written()
    follow_up(by=talk.mediator(), undertaking=written.undertakings[0], kept=Kept.PERFORMED, at=make_it.AT)
    follow_to_the_end(by=talk.mediator(), at=make_it.AT)
    assert (talk.row.state, talk.row.ending) == ("ended", "performed")
    assert make_it.CLAIM in {w.words for w in words_of(talk.side(1))}
    assert make_it.CLAIM not in {w.words for w in words_of(talk.side(2))}
