"""A side wants somebody with it."""

import pytest

from tests import make_company, make_mediation
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import MOST, Role
from yimen.mediation.models import RoomKey
from yimen.mediation.queries.companions import companions_of
from yimen.mediation.rules import Screened

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_mediation.AT


def test_everybody_inside_reads_the_name_and_nobody_has_a_key_yet() -> None:
    talk = make_mediation.opened()
    keys = RoomKey.objects.count()
    make_company.wanted(talk, Role.SUPPORTER, reads_own=True)
    for reader in (talk.side(1), talk.side(2), talk.mediator()):
        (one,) = companions_of(reader)
        assert (one.name, one.side, one.role, one.joined) == ("zqcompany-supporter-1", 1, "supporter", "named")
    assert RoomKey.objects.count() == keys


def test_the_side_decides_how_far_it_trusts_them_and_an_expert_never_reads_what_is_said_alone() -> None:
    talk = make_mediation.opened()
    for role in Role:
        if role is not Role.SUPPORTER:
            make_company.wanted(talk, role, side=1, may_sign=True, reads_own=True)
    found = {one.role: (one.may_sign, one.reads_own) for one in companions_of(talk.side(1))}
    assert found == {
        Role.GUARDIAN: (True, True),
        Role.REPRESENTATIVE: (True, True),
        Role.EXPERT: (False, False),
        Role.INTERPRETER: (False, True),
    }
    with pytest.raises(Refused, match=f"{MOST} people"):
        make_company.wanted(talk, Role.SUPPORTER)


def test_a_representative_brings_nobody_and_a_guardian_may() -> None:
    talk = make_mediation.opened()
    guardian = make_company.acting(make_company.code_of(talk, Role.GUARDIAN))
    speaker = make_company.acting(make_company.code_of(talk, Role.REPRESENTATIVE))
    wanted = verbs.Wanted(Role.SUPPORTER, "zqaunt")
    verbs.bring_companion(by=guardian, wanted=wanted, at=AT)
    with pytest.raises(Refused, match="side itself"):
        verbs.bring_companion(by=speaker, wanted=wanted, at=AT)


def test_a_side_that_needs_somebody_brings_a_guardian_before_the_other_is_asked() -> None:
    talk = make_mediation.taken()
    verbs.screen_side(by=talk.mediator(), side=1, found=Screened.NEEDS_SOMEBODY, at=AT)
    with pytest.raises(Refused, match="alone first"):
        verbs.invite_sides(by=talk.mediator(), summary="x", nonce="0" * 32, at=AT)
    guardian = make_company.acting(make_company.code_of(talk, Role.GUARDIAN))
    verbs.say_privately(by=guardian, words="zqmother speaks", at=AT)
    verbs.screen_side(by=talk.mediator(), side=1, found=Screened.SUITABLE, at=AT)
    verbs.invite_sides(by=talk.mediator(), summary="x", nonce="0" * 32, at=AT)
    assert talk.row.state == "inviting"
