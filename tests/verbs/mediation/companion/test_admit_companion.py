"""A code of their own, and what it opens."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_company, make_mediation
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import Companion
from yimen.mediation.queries.reading import words_of
from yimen.mediation.rooms.inside import SideIn

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_mediation.AT


@pytest.mark.parametrize("role", Role)
def test_each_code_opens_what_the_role_reads_and_no_more(role: Role) -> None:
    talk = make_mediation.opened()
    for number in (1, 2):
        verbs.say_privately(by=talk.side(number), words=f"zqalone-{number}", at=AT)
    me = make_company.by_code(make_company.code_of(talk, role))
    assert isinstance(me, SideIn) is (role in {Role.GUARDIAN, Role.REPRESENTATIVE})
    read = {one.words for one in words_of(me)}
    assert ("zqalone-1" in read) is isinstance(me, SideIn)
    assert "zqalone-2" not in read
    assert make_mediation.SUMMARY in read


@pytest.mark.parametrize("role", [Role.SUPPORTER, Role.INTERPRETER])
def test_a_side_may_let_them_read_its_own_words(role: Role) -> None:
    talk = make_mediation.opened()
    verbs.say_privately(by=talk.side(1), words="zqalone", at=AT)
    me = make_company.beside(make_company.code_of(talk, role, reads_own=True))
    assert me.ring.rooms == ["joint", "side-1"]
    assert "zqalone" in {one.words for one in words_of(me)}


def test_a_new_code_makes_the_earlier_one_void_and_the_same_form_makes_the_same() -> None:
    talk = make_mediation.opened()
    pk, nonce = make_company.wanted(talk, Role.INTERPRETER), new_nonce()
    first, again = (verbs.admit_companion(by=talk.side(1), companion=pk, nonce=nonce, at=AT) for _ in range(2))
    assert first == again
    second = verbs.admit_companion(by=talk.side(1), companion=pk, nonce=new_nonce(), at=AT)
    with pytest.raises(Refused):
        make_company.by_code(first)
    assert make_company.beside(second).ring.rooms == ["joint"]


def test_only_the_side_they_come_with_makes_their_code() -> None:
    talk = make_mediation.opened()
    pk = make_company.wanted(talk, Role.GUARDIAN)
    for stranger in (talk.side(2), make_mediation.opened().side(1)):
        with pytest.raises(Refused):
            verbs.admit_companion(by=stranger, companion=pk, nonce=new_nonce(), at=AT)
    with pytest.raises(Refused, match="too old"):
        verbs.admit_companion(by=talk.side(1), companion=pk, nonce="x", at=AT)
    assert Companion.objects.get().code_hash is None


def test_a_representative_signs_only_with_the_sides_word() -> None:
    talk = make_mediation.fixed()
    digest = talk.written().digest
    plain = make_company.acting(make_company.code_of(talk, Role.REPRESENTATIVE))
    with pytest.raises(Refused, match="only if the side"):
        verbs.sign_agreement(by=plain, digest=digest, name="Li", at=AT)
    trusted = make_company.acting(make_company.code_of(talk, Role.REPRESENTATIVE, may_sign=True))
    verbs.sign_agreement(by=trusted, digest=digest, name="Li", at=AT)
    signed = talk.written().signed["side-1"]
    assert (signed.name, signed.in_place) == ("Li", True)
    for personal in (verbs.choose_mediator, verbs.confirm_rights, verbs.leave_mediation):
        with pytest.raises(Refused):
            personal(by=trusted, at=AT)
    assert talk.row.state == "signing"


def test_a_guardian_does_all_that_their_side_does() -> None:
    talk = make_mediation.come()
    guardian = make_company.acting(make_company.code_of(talk, Role.GUARDIAN))
    verbs.choose_mediator(by=guardian, at=AT)
    assert talk.side(1).side.chose
    verbs.leave_mediation(by=make_company.acting(make_company.code_of(talk, Role.GUARDIAN)), at=AT)
    assert talk.row.ending == "left"


def test_whoever_is_in_has_a_code_and_nobody_else() -> None:
    talk = make_mediation.opened()
    pk = make_company.wanted(talk, Role.GUARDIAN)
    for wrong in ({"joined": "in"}, {"code_hash": b"x" * 32}):
        with pytest.raises(IntegrityError, match="companion_in_has_a_code"), transaction.atomic():
            Companion.objects.filter(pk=pk).update(**wrong)
