"""The bearer of an invitation joins a case."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from tests import make
from tests.make_joint import joined, joint_case, me, mine
from tests.verbs.cases import facts
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.joint.holders import note_of
from yimen.cases.models import Holder, Message
from yimen.cases.queries import case_by_receipt, case_of_resident, invitation_of
from yimen.cases.rules import Satisfied, Solved, Way
from yimen.cases.verbs import Joining, Judgement, ask_resident, join_case, rate_case, reply_to_question
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db


def test_an_invitation_becomes_a_receipt_of_ones_own_once() -> None:
    sent = make.receipt(others=1)
    case, code = joined(sent.invitations[0])
    assert code != sent.code
    for receipt in (code, sent.code):
        assert case_by_receipt(receipt, address="192.0.2.7", at=make.LATER).pk == sent.case.pk
    assert make.fresh(case).joint == 2
    assert facts.entries(case)[-1] == "case.joined"
    assert facts.last_entry(case).by == me(case).ref
    with pytest.raises(Refused, match="used or taken back"):
        joined(sent.invitations[0])


def test_the_same_form_sent_twice_shows_the_same_receipt() -> None:
    sent, nonce = make.receipt(others=1), new_nonce()
    invitation = invitation_of(sent.invitations[0], address="192.0.2.7", at=make.LATER)
    twice = [
        join_case(by=Resident(0), invitation=invitation, joining=Joining(nonce, "bo"), at=make.LATER)[1]
        for _ in range(2)
    ]
    assert twice[0] == twice[1]
    assert make.fresh(sent.case).joint == 2


def test_the_second_of_two_who_hold_the_same_invitation_is_refused() -> None:
    sent = make.receipt(others=1)
    first, second = (invitation_of(sent.invitations[0], address="192.0.2.7", at=make.LATER) for _ in range(2))
    join_case(by=Resident(0), invitation=first, joining=Joining(new_nonce(), "bo"), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        join_case(by=Resident(0), invitation=second, joining=Joining(new_nonce(), "bo"), at=make.LATER)
    assert make.fresh(sent.case).joint == 2


def test_letters_go_to_each_in_their_language_by_their_way_and_to_nobody_elses_eyes() -> None:
    first, other = joint_case(language="en", tell=Way.SMS, phone="13900000000")
    make.answered(first, at=make.LATER)
    mine_, theirs = (
        list(Letter.objects.filter(subject=subject, code="case-answered")) for subject in (me_ref(other), first.ref)
    )
    assert [(one.language, one.way, one.address) for one in mine_] == [("bo", "email", "second@example.org")]
    assert [(one.language, one.way, one.address) for one in theirs] == [("en", "sms", "13900000000")]
    assert "The lamp burns again." in mine_[0].body
    assert "Done" in theirs[0].body
    assert "Done" not in mine_[0].body


def me_ref(case: make.Case) -> str:
    """Where the letters of whoever joined stand."""
    assert case.holder
    return case.holder.ref


def test_each_can_reply_and_rate_and_it_ends_for_all() -> None:
    first, other = joint_case()
    make.accept_case(by=make.holder(first), case=make.fresh(first), at=make.LATER)
    ask_resident(by=make.holder(first), case=make.fresh(first), question="Which side?", at=make.LATER)
    reply_to_question(by=me(other), case=mine(other), text="The left one.", at=make.LATER)
    assert Message.objects.get(case=first, kind="reply").by == me(other).ref
    with pytest.raises(Refused):
        reply_to_question(by=make.resident(first), case=make.fresh(first), text="The right one.", at=make.LATER)
    make.give_answer(make.fresh(first), at=make.LATER)
    rating = Judgement(Solved.YES, Satisfied.YES, visits=0)
    rate_case(by=me(other), case=mine(other), rating=rating, at=make.LATER)
    assert make.fresh(first).state == "closed"


def test_only_with_an_address_for_the_way_and_only_while_an_office_works_on_it() -> None:
    sent = make.receipt(others=1)
    with pytest.raises(Refused, match="address or number"):
        joined(sent.invitations[0], tell=Way.EMAIL)
    make.answered(sent.case, at=make.LATER)
    with pytest.raises(Refused, match="has been answered"):
        joined(sent.invitations[0])


def test_a_browsers_note_opens_it_as_long_as_the_receipt_does() -> None:
    first, other = joint_case()
    for case, holder in ((first, None), (other, other.holder)):
        found = case_of_resident(note_of(case))
        assert found is not None
        assert found.holder == holder
    for forged in ("", str(first.pk), f"{first.pk}.0.", f"{first.pk}.0.000000000000", note_of(other)[:-1], "x.y.z"):
        assert case_of_resident(forged) is None


def test_a_case_of_one_costs_no_statement_more(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    case = make.accepted_case()
    with sql() as statements:
        make.give_answer(case, at=make.LATER)
    assert not [text for text in statements if Holder._meta.db_table in text]


def test_what_fades_of_the_first_fades_of_the_others() -> None:
    first, other = joint_case(tell=Way.EMAIL, email="first@example.org")
    make.answered(first, at=make.LATER)
    fade_contacts(make.LATER + timedelta(days=89))
    assert Holder.objects.get(pk=me(other).holder_id).email == "second@example.org"
    fade_contacts(make.LATER + timedelta(days=91))
    assert Holder.objects.get(pk=me(other).holder_id).email == ""
    fade_words(make.LATER + timedelta(days=365 * 6))
    assert not Letter.objects.filter(subject=me_ref(other)).exists()
