"""A resident invites others to stand in their case."""

import pytest

from tests import make
from tests.make_joint import joint_case, me
from tests.verbs.cases import facts
from yimen.cases.models import Case, Holder
from yimen.cases.verbs import invite_others
from yimen.kernel.receipts import new_nonce, read
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def invite(case: Case, count: int = 1, nonce: str = "") -> list[str]:
    return invite_others(by=make.resident(case), case=case, nonce=nonce or new_nonce(), count=count, at=make.LATER)


def test_each_invitation_is_a_code_of_its_own_and_only_its_hash_is_kept() -> None:
    case = make.case()
    codes = invite(case, 3)
    assert len({read(code) for code in codes}) == 3
    rows = list(Holder.objects.filter(case=case).values())
    assert [(row["state"], row["receipt_hash"], row["email"], row["phone"]) for row in rows] == [
        ("invited", None, "", "")
    ] * 3
    assert not [code for code in codes if code in str(rows)]
    assert facts.entries(case)[-1] == "case.invited"
    assert make.fresh(case).joint == 0


def test_five_are_the_most_and_whoever_brought_it_is_one_of_them() -> None:
    case = make.case()
    invite(case, 3)
    with pytest.raises(Refused, match="room for 1 more"):
        invite(make.fresh(case), 2)
    invite(make.fresh(case), 1)
    with pytest.raises(Refused, match="At most 5 can stand"):
        invite(make.fresh(case), 1)
    with pytest.raises(Refused, match="At most 5 can stand"):
        make.receipt(others=5)


def test_the_same_form_sent_twice_gives_the_same_invitations() -> None:
    case, nonce = make.case(), new_nonce()
    assert invite(case, 2, nonce) == invite(make.fresh(case), 2, nonce)
    assert Holder.objects.filter(case=case).count() == 2
    assert facts.entries(case).count("case.invited") == 1


def test_they_come_with_the_receipt_when_the_form_says_so_and_again_when_it_comes_twice() -> None:
    sent = make.sent(others=2)
    make.town()
    first, again = (make.submit_case(by=Resident(0), sent=sent, at=make.MONDAY) for _ in range(2))
    assert first.invitations == again.invitations
    assert len(first.invitations) == Holder.objects.filter(case=first.case).count() == 2


def test_only_whoever_brought_it_and_only_while_an_office_works_on_it() -> None:
    _, other = joint_case()
    with pytest.raises(Refused, match="Only whoever brought"):
        invite_others(by=me(other), case=other, nonce=new_nonce(), count=1, at=make.LATER)
    with pytest.raises(Refused, match="holds the receipt"):
        invite_others(by=Resident(other.pk + 1), case=other, nonce=new_nonce(), count=1, at=make.LATER)
    with pytest.raises(Refused, match="is closed"):
        invite(make.fresh(make.closed_case()))


def test_the_second_of_two_hands_is_refused_or_there_could_be_six() -> None:
    case = make.case()
    stale = make.fresh(case)
    invite(case, 4)
    with pytest.raises(Refused):
        invite(stale, 4)
    assert Holder.objects.filter(case=case).count() == 4
    late = make.case()
    seen = make.fresh(late)
    invite(late, 1)
    with pytest.raises(Refused, match="just changed"):
        invite(seen, 1)
