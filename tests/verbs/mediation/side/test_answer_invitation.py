"""Yes, no, later."""

from datetime import date

import pytest

from tests import make_mediation as make_it
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.coming import Person
from yimen.mediation.models import (
    RoomKey,
)
from yimen.mediation.queries.reading import names_of
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_a_yes_gives_a_code_and_a_room_and_the_month_begins_when_the_last_has_come() -> None:
    talk = make_it.asked(others=("Zhang", "Li"))
    _, talk.codes[2] = verbs.answer_invitation_yes(by=talk.invited(2), who=Person("Mr Zhang"), nonce=new_nonce(), at=AT)
    assert (talk.row.state, talk.row.due_on) == ("inviting", None)
    verbs.answer_invitation_yes(by=talk.invited(3), who=Person(""), nonce=new_nonce(), at=AT)
    assert (talk.row.state, talk.row.due_on) == ("choosing", date(2026, 4, 2))
    assert [one.name for one in names_of(talk.side(1))] == [make_it.TASHI, "Mr Zhang", "Li"]
    assert not RoomKey.objects.filter(bearer__startswith="invited:").exists()
    assert Letter.objects.filter(code="mediation-news", subject=talk.side(1).ref).exists()


def test_one_no_ends_it_and_later_is_no_consent() -> None:
    talk = make_it.asked()
    verbs.answer_invitation_later(by=talk.invited(), at=AT)
    assert talk.row.state == "inviting"
    verbs.answer_invitation_no(by=talk.invited(), at=AT)
    assert (talk.row.state, talk.row.ending) == ("ended", "refused")
    with pytest.raises(Refused, match="invitation"):
        talk.invited()


def test_the_invitation_opens_nothing_once_it_is_answered() -> None:
    talk = make_it.come()
    with pytest.raises(Refused, match="has been answered"):
        talk.invited()


def test_a_name_has_no_marks_that_turn_the_writing_and_an_end() -> None:
    talk = make_it.asked()
    with pytest.raises(Refused, match="longer than"):
        verbs.answer_invitation_yes(by=talk.invited(), who=Person("z" * 500), nonce=new_nonce(), at=AT)
    verbs.answer_invitation_yes(by=talk.invited(), who=Person("Zh\u202eang\x00"), nonce=new_nonce(), at=AT)
    assert [one.name for one in names_of(talk.side(1))] == [make_it.TASHI, "Zhang"]
