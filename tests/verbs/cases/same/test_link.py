"""An office links a case to another one about the same thing."""

from typing import Any

import pytest

from tests import make
from tests.make_same import link, linked
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.rules import State
from yimen.cases.same.rules import MOST_SAME, About, are_alike
from yimen.cases.verbs import hand_over_case, link_case, stand_aside
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_each_keeps_its_date_its_state_and_its_letters() -> None:
    main, (other,) = linked()
    before = make.fresh(make.accepted_case())
    assert (other.main_id, other.state, other.due_on) == (main.pk, State.HANDLING, before.due_on)
    assert facts.entries(other)[-1] == "case.linked"
    assert facts.last_entry(other).facts["main"] == main.pk
    assert facts.entries(main) == ["case.submitted", "case.accepted"]
    assert facts.letters(other)[-1].code == "case-accepted"  # nobody is written to for a link
    assert facts.said(other) == []


def about(**fields: Any) -> About:  # noqa: ANN401 – any field
    usual: dict[str, Any] = {"category": 1, "area": 2, "procedure": 3, "kind": "fault", "accuses": False}
    return About(**usual | fields)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (about(), ""),
        (about(area=9), ""),
        (about(category=9), ""),
        (about(category=9, area=9), "neither category nor place"),
        (about(procedure=9), "neither category nor place"),
        (about(kind="dispute"), "each one’s own"),
        (about(accuses=True), "each one’s own"),
    ],
)
def test_what_is_about_the_same_has_category_or_place_in_common_and_accuses_nobody(other: About, reason: str) -> None:
    assert reason in str(are_alike(about(), other))
    assert bool(are_alike(about(), other)) is not bool(reason)
    assert str(are_alike(other, about())) == str(are_alike(about(), other))


def test_what_is_left_open_on_both_sides_is_nothing_in_common() -> None:
    assert not are_alike(about(category=None, area=None), about(category=None, area=None))


def test_only_cases_that_this_office_handles_now_and_may_know() -> None:
    case, theirs = make.accepted_case(), make.handed_case()
    for number in (theirs.pk, 999_999):
        with pytest.raises(Refused, match="no case with this number"):
            link_case(by=make.handler(), case=make.fresh(case), main=number, at=make.LATER)
    with pytest.raises(Refused, match="with another office"):
        link_case(by=make.handler("housing"), case=make.fresh(case), main=theirs.pk, at=make.LATER)
    with pytest.raises(Refused, match="not accepted"):
        link(case, make.case())
    with pytest.raises(Refused, match="not accepted"):
        link(make.case(), case)
    secret = make.accepted_case()
    stand_aside(by=make.handler(), case=make.fresh(secret), why="My own lamp.", at=make.LATER)
    with pytest.raises(Refused, match="no case with this number"):
        link(case, secret)


def test_no_chains_no_rings_and_no_more_than_can_be_answered_at_once() -> None:
    main, (other,) = linked()
    third = make.accepted_case()
    with pytest.raises(Refused, match="the case itself"):
        link(main, main)
    with pytest.raises(Refused, match=f"Link this one to case {main.pk}"):
        link(third, other)
    with pytest.raises(Refused, match="Others are linked"):
        link(main, third)
    row = Case.objects.get(pk=make.accepted_case().pk)
    copies = []
    for number in range(MOST_SAME - 1):
        row.pk, row.main_id, row.receipt_hash = None, main.pk, number.to_bytes(32)
        columns = [field.attname for field in Case._meta.concrete_fields if field.name != "id"]
        copies.append(Case(**{column: getattr(row, column) for column in columns}))
    Case.objects.bulk_create(copies)
    with pytest.raises(Refused, match="50 cases are linked"):
        link(third, main)


def test_of_two_who_link_them_the_other_way_round_one_wins() -> None:
    one, two = make.fresh(make.accepted_case()), make.fresh(make.accepted_case())
    link(one, two)
    with pytest.raises(Refused, match=f"Link this one to case {two.pk}"):
        link_case(by=make.handler(), case=two, main=one.pk, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        link_case(by=make.handler(), case=one, main=two.pk, at=make.LATER)
    third, fourth = make.fresh(make.accepted_case()), make.fresh(make.accepted_case())
    link(fourth, third)
    with pytest.raises(Refused, match="just changed"):
        link_case(by=make.handler(), case=third, main=two.pk, at=make.LATER)
    assert make.fresh(third).main_id == third.pk


def test_a_case_that_is_handed_over_is_linked_no_more() -> None:
    _, (other,) = linked()
    hand_over_case(by=make.handler(), case=other, to_office="KS-housing", reason="A house’s lamp.", at=make.LATER)
    assert make.fresh(other).main_id is None
