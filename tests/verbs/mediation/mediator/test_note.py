"""The mediator writes."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.queries.reading import words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_for_oneself_to_one_side_or_to_all() -> None:
    talk = make_it.opened()
    verbs.note_for_oneself(by=talk.mediator(), words="zqmine", at=AT)
    verbs.note_to_side(by=talk.mediator(), side=2, words="zqtwo", at=AT)
    verbs.note_to_all(by=talk.mediator(), words="zqall", at=AT)
    verbs.note_to_all(by=talk.mediator(), words="zqfact", is_facts=True, at=AT)
    read = {side: {word.words for word in words_of(talk.side(side))} for side in (1, 2)}
    assert "zqmine" not in read[1] | read[2]
    assert ("zqtwo" in read[1], "zqtwo" in read[2]) == (False, True)
    assert {"zqall", "zqfact"} <= read[1] & read[2]


def test_nothing_to_a_side_that_has_not_come() -> None:
    with pytest.raises(Refused, match="not come"):
        verbs.note_to_side(by=make_it.taken().mediator(), side=2, words="x", at=AT)
