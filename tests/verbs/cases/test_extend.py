"""More time for a case, once and with a reason."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.verbs import accept_case, extend_case
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db
WHY = "The part has to be ordered."


def petition() -> Case:
    """An accepted petition: sixty days, and thirty more if the supervisor says so."""
    case = make.petition(language="en")
    accept_case(by=make.holder(case), case=case, at=make.MONDAY)
    return make.fresh(case)


def boss(case: Case) -> Acting:
    """The supervisor of the office that holds the case."""
    return make.supervisor(case.office.code.removeprefix("KS-"))


def test_the_date_moves_and_the_resident_reads_why() -> None:
    case = petition()
    extend_case(by=boss(case), case=case, reason=WHY, at=make.LATER)
    case, term = make.fresh(case), facts.terms(case)["handle"]
    assert (case.state, case.due_on, term.is_extended) == ("handling", term.due_on, True)
    assert case.due_on == (make.MONDAY + timedelta(days=91)).date()  # 60 + 30 days end on a Sunday: one more
    letter = facts.letters(case)[-1]
    assert (letter.code, letter.language) == ("case-extended", "en")
    assert WHY in letter.body
    assert facts.entries(case).count("case.extended") == 1
    assert facts.last_entry(case).facts["due"] == str(case.due_on)


def test_once_is_all() -> None:
    case = petition()
    extend_case(by=boss(case), case=case, reason=WHY, at=make.LATER)
    with pytest.raises(Refused, match="extended once already"):
        extend_case(by=boss(case), case=make.fresh(case), reason=WHY, at=make.LATER)


def test_no_lateness_is_undone() -> None:
    case = petition()
    with pytest.raises(Refused, match="before it ends"):
        extend_case(by=boss(case), case=case, reason=WHY, at=make.MONDAY + timedelta(days=80))


def test_the_town_above_may_and_another_office_may_not() -> None:
    case = petition()
    with pytest.raises(Refused, match="another office"):
        extend_case(by=make.supervisor("water"), case=case, reason=WHY, at=make.LATER)
    extend_case(by=make.supervisor(), case=case, reason=WHY, at=make.LATER)


def test_the_handler_does_not_grant_it_to_themselves() -> None:
    case = petition()
    with pytest.raises(Refused, match="does not do this"):
        extend_case(by=make.holder(case), case=case, reason=WHY, at=make.LATER)


def test_it_needs_a_reason() -> None:
    case = petition()
    with pytest.raises(Refused, match="write something"):
        extend_case(by=boss(case), case=case, reason="", at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    stale = petition()
    copy = make.fresh(stale)
    extend_case(by=boss(stale), case=make.fresh(stale), reason=WHY, at=make.LATER)
    with pytest.raises(Refused):
        extend_case(by=boss(stale), case=copy, reason=WHY, at=make.LATER)
    assert facts.entries(stale).count("case.extended") == 1
