"""Supporters and experts come only while every side agrees."""

import pytest

from tests import make_company, make_mediation
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import RoomKey

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_mediation.AT


def test_without_the_consent_of_all_there_is_no_code() -> None:
    talk = make_mediation.opened(others=(make_mediation.ZHANG, "zqwang"))
    pk = make_company.wanted(talk, Role.EXPERT)
    for number in (2, 3):
        with pytest.raises(Refused, match="Not every side"):
            verbs.admit_companion(by=talk.side(1), companion=pk, nonce=new_nonce(), at=AT)
        verbs.answer_companion(by=talk.side(number), companion=pk, agrees=True, at=AT)
    assert verbs.admit_companion(by=talk.side(1), companion=pk, nonce=new_nonce(), at=AT)


def test_nobody_comes_before_those_who_could_say_no() -> None:
    talk = make_mediation.taken()
    pk = make_company.wanted(talk, Role.SUPPORTER)
    with pytest.raises(Refused, match="not come yet"):
        verbs.admit_companion(by=talk.side(1), companion=pk, nonce=new_nonce(), at=AT)


def test_a_yes_can_be_taken_back_and_their_keys_are_gone() -> None:
    talk = make_mediation.opened()
    code = make_company.code_of(talk, Role.SUPPORTER)
    one = make_company.beside(code).companion
    verbs.answer_companion(by=talk.side(2), companion=one.pk, agrees=False, at=AT)
    with pytest.raises(Refused, match="no mediation with this code"):
        make_company.by_code(code)
    assert not RoomKey.objects.filter(bearer=one.ref).exists()
    with pytest.raises(Refused, match="no consent"):
        verbs.answer_companion(by=talk.side(2), companion=one.pk, agrees=True, at=AT)


@pytest.mark.parametrize(("role", "side"), [(Role.GUARDIAN, 2), (Role.SUPPORTER, 1)])
def test_one_is_not_asked_about_ones_own_nor_about_a_guardian(role: Role, side: int) -> None:
    talk = make_mediation.opened()
    pk = make_company.wanted(talk, role)
    with pytest.raises(Refused, match="no consent"):
        verbs.answer_companion(by=talk.side(side), companion=pk, agrees=True, at=AT)
    with pytest.raises(Refused, match="no consent"):
        verbs.answer_companion(by=make_mediation.opened().side(2), companion=pk, agrees=True, at=AT)
