"""A clerk finds the right category for a case."""

from datetime import date

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.verbs import sort_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_case_gets_its_office_and_the_resident_reads_which() -> None:
    case = make.open_case(language="en")
    assert case.office.code == "KS-one-door"
    sort_case(by=make.clerk(), case=case, category=make.LAMP, at=make.LATER)
    case = make.fresh(case)
    assert (case.state, case.office.code, case.turn_office_id) == ("received", "KS-urban", case.office_id)
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-sorted", "en")
    assert "Street lighting" in letter.body
    assert facts.entries(case) == ["case.submitted", "case.sorted"]
    assert facts.last_entry(case).facts["category"] == make.LAMP


def test_the_limits_of_the_new_road_count_from_the_day_it_came() -> None:
    case = make.open_case()
    sort_case(by=make.clerk(), case=case, category=make.leaf("petition").code, at=make.MONDAY.replace(day=4))
    assert make.fresh(case).due_on == date(2026, 3, 17)  # fifteen days from 2 March, not from 4 March
    assert facts.terms(case, state="running")["notice"].due_on == date(2026, 3, 17)
    assert facts.terms(case, state="stopped")  # those of the road that was left


def test_the_date_stays_where_road_and_limit_stay() -> None:
    case = make.open_case()
    due_on = case.due_on
    sort_case(by=make.clerk(), case=case, category=make.LAMP, at=make.LATER)
    assert make.fresh(case).due_on == due_on
    assert not facts.terms(case, state="stopped")


def test_a_department_corrects_the_category_and_keeps_the_case() -> None:
    for case in (make.case(), make.accepted_case()):
        state = case.state
        other = make.leaf("hotline", unlike=[make.LAMP]).code
        sort_case(by=make.handler(), case=case, category=other, at=make.LATER)
        kept = make.fresh(case)
        assert (kept.state, kept.office.code, kept.turn_office_id) == (state, "KS-urban", kept.office_id)


def test_an_accepted_case_gets_no_second_notice_limit() -> None:
    case = make.accepted_case()
    sort_case(by=make.handler(), case=case, category=make.leaf("petition").code, at=make.LATER)
    assert set(facts.terms(case, state="running")) == {"handle"}
    assert make.fresh(case).due_on == facts.terms(case, state="running")["handle"].due_on


def test_it_never_lands_with_the_accused_office() -> None:
    case = make.open_case(accused_office="KS-urban")
    sort_case(by=make.clerk(), case=case, category=make.LAMP, at=make.LATER)
    assert make.fresh(case).office.code == "KS-town-office"


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(Refused, match="category is not in our list"):
        sort_case(by=make.clerk(), case=make.open_case(), category="faith.temple", at=make.LATER)


def test_another_door_is_no_category_of_ours() -> None:
    doors = [c.code for c in make.town().catalogue.by_id.values() if c.door_code]
    with pytest.raises(Refused, match="another door"):
        sort_case(by=make.clerk(), case=make.open_case(), category=doors[0], at=make.LATER)


def test_another_office_may_not() -> None:
    with pytest.raises(Refused, match="another office"):
        sort_case(by=make.handler(), case=make.open_case(), category=make.LAMP, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = make.open_case()
    sort_case(by=make.clerk(), case=make.fresh(stale), category=make.leaf("hotline").code, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        sort_case(by=make.clerk(), case=stale, category=make.LAMP, at=make.LATER)
    assert facts.entries(stale) == ["case.submitted", "case.sorted"]
