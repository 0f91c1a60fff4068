"""An answered case closes by itself."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Rating
from yimen.cases.reacting import close_answered
from yimen.cases.rules import CLOSE_AFTER
from yimen.cases.verbs import close_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_silence_closes_it_and_counts_as_no_rating() -> None:
    case = make.answered_case()
    ended_at = make.fresh(case).ended_at
    close_case(by=make.CLOCK, case=case, at=make.MONDAY + CLOSE_AFTER)
    after = make.fresh(case)
    assert after.state == "closed"
    assert after.ended_at is not None
    assert ended_at is not None
    assert not Rating.objects.exists()
    assert facts.letters(case)[-1].code == "case-closed"
    assert facts.entries(case)[-1] == "case.closed"
    assert facts.last_entry(case).by == "clock"


def test_the_clock_closes_after_thirty_days_and_not_before() -> None:
    case, later = make.answered_case(), make.answered_case(at=make.MONDAY + timedelta(days=1))
    close_answered(make.MONDAY + CLOSE_AFTER)
    assert make.fresh(case).state == "answered"
    close_answered(make.MONDAY + CLOSE_AFTER + timedelta(seconds=1))
    assert (make.fresh(case).state, make.fresh(later).state) == ("closed", "answered")


@pytest.mark.parametrize("state", ["case", "accepted_case", "closed_case"])
def test_only_an_answered_case(state: str) -> None:
    with pytest.raises(Refused):
        close_case(by=make.CLOCK, case=getattr(make, state)(), at=make.LATER)


def test_neither_the_office_nor_the_resident_closes_it() -> None:
    case = make.answered_case()
    for by in (make.handler(), make.resident(case)):
        with pytest.raises(Refused):
            close_case(by=by, case=case, at=make.LATER)  # type: ignore[arg-type]


def test_a_resident_who_was_quicker_wins() -> None:
    case = make.answered_case()
    stale = make.fresh(case)
    close_case(by=make.CLOCK, case=case, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        close_case(by=make.CLOCK, case=stale, at=make.LATER)
