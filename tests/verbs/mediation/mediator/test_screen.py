"""Each side is heard alone."""

import pytest

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.coming import Person
from yimen.mediation.queries.reading import words_of
from yimen.mediation.rules import Screened

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_nobody_is_invited_before_the_applicant_was_heard() -> None:
    talk = make_it.taken()
    with pytest.raises(Refused, match="hear each side alone"):
        verbs.invite_sides(by=talk.mediator(), summary="x", nonce=new_nonce(), at=AT)


def test_it_does_not_begin_before_the_last_was_heard() -> None:
    talk = make_it.asked()
    _, talk.codes[2] = verbs.answer_invitation_yes(by=talk.invited(), who=Person(""), nonce=new_nonce(), at=AT)
    for side in (1, 2):
        verbs.choose_mediator(by=talk.side(side), at=AT)
    assert talk.row.state == "choosing"
    verbs.screen_side(by=talk.mediator(), side=2, found=Screened.SUITABLE, at=AT)
    assert talk.row.state == "open"


def test_a_side_that_is_not_safe_stops_it_and_nobody_reads_why() -> None:
    talk = make_it.taken()
    verbs.screen_side(by=talk.mediator(), side=1, found=Screened.UNSUITABLE, words="zqafraid", at=AT)
    with pytest.raises(Refused, match="no mediation as it is"):
        verbs.invite_sides(by=talk.mediator(), summary="x", nonce=new_nonce(), at=AT)
    assert "zqafraid" not in " ".join(word.words for word in words_of(talk.side(1)))
    assert history(talk.row.ref)[-1].facts == {"side": 1}


def test_whoever_has_not_come_is_not_heard() -> None:
    with pytest.raises(Refused, match="not come"):
        verbs.screen_side(by=make_it.taken().mediator(), side=2, found=Screened.SUITABLE, at=AT)
