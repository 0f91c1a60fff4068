"""One of those who brought a case together takes themselves out of it."""

import pytest

from tests import make
from tests.make_joint import joined, joint_case, me, mine
from tests.verbs.cases import facts
from yimen.cases.joint.holders import note_of
from yimen.cases.models import Holder
from yimen.cases.queries import case_by_receipt, case_of_resident
from yimen.cases.rules import Way
from yimen.cases.verbs import add_words, erase_case, leave_case, withdraw_case
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def test_their_receipt_opens_nothing_and_their_address_is_gone_and_the_case_goes_on() -> None:
    first, other = joint_case()
    note = note_of(other)
    leave_case(by=me(other), case=mine(other), at=make.LATER)
    assert case_of_resident(note) is None
    row = Holder.objects.get(case=first)
    assert (row.state, row.receipt_hash, row.email, row.tell) == ("ended", None, "", "here")
    now = make.fresh(first)
    assert (now.state, now.joint) == ("received", 1)
    last = Letter.objects.get(subject=row.ref)
    assert (last.code, last.address, last.language) == ("case-left", "second@example.org", "bo")
    assert facts.entries(first)[-1] == "case.left"


def test_whoever_brought_it_may_go_too_and_those_who_stay_are_told_on() -> None:
    sent = make.receipt(others=2, tell=Way.EMAIL, email="first@example.org", contact_name="First")
    other, code = joined(sent.invitations[0])
    leave_case(by=make.resident(sent.case), case=make.fresh(sent.case), at=make.LATER)
    now = make.fresh(sent.case)
    assert (now.contact_name, now.email, now.tell, now.joint) == ("", "", "here", 1)
    for gone in (sent.code, sent.invitations[1]):
        with pytest.raises(Refused):
            case_by_receipt(gone, address="192.0.2.7", at=make.LATER)
    with pytest.raises(Refused, match="used or taken back"):
        joined(sent.invitations[1])
    make.answered(now, at=make.LATER)
    answers = Letter.objects.filter(code="case-answered").values_list("subject", flat=True)
    assert other.holder
    assert list(answers) == [other.holder.ref]
    assert case_by_receipt(code, address="192.0.2.7", at=make.LATER).pk == sent.case.pk


def test_nobody_takes_the_case_from_the_others_and_the_last_one_may() -> None:
    first, other = joint_case()
    for verb in (withdraw_case, erase_case):
        with pytest.raises(Refused, match="Others stand in this case"):
            verb(by=make.resident(first), case=make.fresh(first), at=make.LATER)
    leave_case(by=make.resident(first), case=make.fresh(first), at=make.LATER)
    with pytest.raises(Refused, match="Nobody else stands"):
        leave_case(by=me(other), case=mine(other), at=make.LATER)
    add_words(by=me(other), case=mine(other), text="It is still dark.", at=make.LATER)
    withdraw_case(by=me(other), case=mine(other), at=make.LATER)
    erase_case(by=me(other), case=mine(other), at=make.LATER)
    now = make.fresh(first)
    assert (now.state, now.kept, now.words) == ("withdrawn", "bare", "")
    row = Holder.objects.get(case=first)
    assert (row.state, row.email) == ("stands", "")  # the receipt still opens what is left
    assert [one.code for one in Letter.objects.filter(subject=row.ref)] == ["case-erased"]


def test_once_and_only_oneself() -> None:
    first, other = joint_case()
    stale, again = make.fresh(first), mine(other)
    with pytest.raises(Refused, match="holds the receipt"):
        leave_case(by=Resident(first.pk + 1), case=stale, at=make.LATER)
    leave_case(by=me(other), case=mine(other), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        leave_case(by=make.resident(first), case=stale, at=make.LATER)
    with pytest.raises(Refused, match="holds the receipt"):
        leave_case(by=me(other), case=again, at=make.LATER)
