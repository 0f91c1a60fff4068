"""The right mediator, or another one."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.queries.reading import words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_it_begins_when_all_have_said_yes() -> None:
    talk = make_it.come()
    verbs.choose_mediator(by=talk.side(1), at=AT)
    assert talk.row.state == "choosing"
    verbs.choose_mediator(by=talk.side(2), at=AT)
    assert talk.row.state == "open"


def test_a_side_that_has_been_refused_a_mediator_gets_another_one_and_never_the_same() -> None:
    talk = make_it.come()
    verbs.refuse_mediator(by=talk.side(2), why="zqwhy", at=AT)
    row = talk.row
    assert (row.state, row.mediator_id, row.not_again) == ("applied", None, [make_it.mediator().staff_id])
    with pytest.raises(Refused, match="has not been refused"):
        verbs.name_mediator(by=talk.head(), post_id=make_it.mediator().post_id, at=AT)
    assert "zqwhy" not in {word.words for word in words_of(talk.side(1))}
    assert "zqwhy" in {word.words for word in words_of(talk.side(2))}
