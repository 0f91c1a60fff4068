"""A resident ends the receipt of whoever helped to bring their case."""

from typing import Any

import pytest

from tests import make
from tests.make_joint import joined, me
from tests.verbs.cases import facts
from yimen.cases.joint.holders import is_helpers, note_of, resident_of
from yimen.cases.models import Case, Holder
from yimen.cases.queries import case_by_receipt, case_of_resident
from yimen.cases.verbs import add_words, end_helper, erase_case, leave_case, withdraw_case
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.people.rules import Resident

pytestmark = pytest.mark.django_db
HELPED: dict[str, Any] = {"consent": "spoken", "is_followed": True}


def opened(code: str) -> Case:
    """By the page on which one follows a receipt."""
    return case_by_receipt(code, address="192.0.2.7", at=make.LATER, for_helpers=True)


def test_where_nobody_thought_of_helpers_their_receipt_opens_nothing() -> None:
    sent = make.receipt(**HELPED)
    with pytest.raises(Refused, match="a helper’s receipt"):
        case_by_receipt(sent.helpers, address="192.0.2.7", at=make.LATER)


def test_a_helpers_receipt_opens_where_it_stands_and_acts_for_nobody() -> None:
    sent = make.receipt(**HELPED)
    assert sent.case.consent == "spoken"
    case = opened(sent.helpers)
    assert is_helpers(case)
    assert not is_helpers(opened(sent.code))
    for verb in (withdraw_case, erase_case, leave_case, end_helper):
        with pytest.raises(Refused, match="holds the receipt"):
            verb(by=resident_of(case), case=case, at=make.LATER)
    with pytest.raises(Refused, match="holds the receipt"):
        add_words(by=resident_of(case), case=case, text="From the helper.", at=make.LATER)
    assert not Letter.objects.exclude(subject=sent.case.ref).exists()


def test_it_opens_nothing_from_the_moment_its_resident_says_so() -> None:
    sent = make.receipt(**HELPED)
    note = note_of(opened(sent.helpers))
    end_helper(by=make.resident(sent.case), case=make.fresh(sent.case), at=make.LATER)
    assert case_of_resident(note) is None
    with pytest.raises(Refused, match="no case with this receipt"):
        opened(sent.helpers)
    assert facts.entries(sent.case)[-1] == "case.helper_ended"
    with pytest.raises(Refused, match="No helper holds"):
        end_helper(by=make.resident(sent.case), case=make.fresh(sent.case), at=make.LATER)


def test_not_by_a_stranger_and_of_two_hands_one() -> None:
    sent = make.receipt(**HELPED)
    stale = make.fresh(sent.case)
    with pytest.raises(Refused, match="holds the receipt"):
        end_helper(by=Resident(sent.case.pk + 1), case=make.fresh(sent.case), at=make.LATER)
    end_helper(by=make.resident(sent.case), case=make.fresh(sent.case), at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        end_helper(by=make.resident(sent.case), case=stale, at=make.LATER)


def test_it_ends_with_the_words_and_when_whoever_it_was_brought_for_leaves() -> None:
    erased = make.receipt(**HELPED)
    erase_case(by=make.resident(erased.case), case=make.fresh(erased.case), at=make.LATER)
    shared = make.receipt(**HELPED, others=1)
    other, _ = joined(shared.invitations[0])
    with pytest.raises(Refused, match="holds the receipt"):
        end_helper(by=me(other), case=make.fresh(other), at=make.LATER)
    leave_case(by=make.resident(shared.case), case=make.fresh(shared.case), at=make.LATER)
    assert set(Holder.objects.filter(kind="helper").values_list("state", flat=True)) == {"ended"}


def test_only_who_wants_one_gets_one_and_the_same_form_gives_the_same() -> None:
    assert make.receipt(consent="written").helpers == ""
    assert make.receipt(is_followed=True).helpers == ""
    assert not Holder.objects.exists()
    sent = make.sent(**HELPED)
    first, again = (make.submit_case(by=Resident(0), sent=sent, at=make.MONDAY) for _ in range(2))
    assert first.helpers == again.helpers != first.code
    assert Holder.objects.count() == 1
