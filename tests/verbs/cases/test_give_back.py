"""A supervisor gives a case back to its office after an unhappy answer."""

from datetime import timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case, Opinion, Rating
from yimen.cases.rules import Outcome, Satisfied, Solved
from yimen.cases.verbs import Answer, Judgement, answer_case, give_back_case, rate_case
from yimen.journal.reacting import react
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting
from yimen.reactions import REACTIONS
from yimen.supervision.models import Unhappy
from yimen.supervision.reacting import forget_unhappy

pytestmark = pytest.mark.django_db
NEXT = make.MONDAY + timedelta(days=1)


def unhappy(solved: Solved = Solved.NO, satisfied: Satisfied = Satisfied.YES) -> Case:
    """An answered case whose resident said so."""
    case = make.answered_case()
    rate_case(by=make.resident(case), case=case, rating=Judgement(solved, satisfied, visits=1), at=make.LATER)
    return make.fresh(case)


def reacted() -> None:
    while react(REACTIONS, NEXT):
        pass


def test_the_office_has_it_anew_and_the_resident_is_told_why() -> None:
    case = unhappy()
    give_back_case(by=make.supervisor("urban"), case=case, reason="The lamp is dark again.", at=NEXT)
    after = make.fresh(case)
    assert (after.state, after.turn_office_id, str(after.due_on)) == ("handling", case.office_id, "2026-03-10")
    letter = facts.letters(case)[-1]
    assert letter.code == "case-returned"
    assert "The lamp is dark again." in letter.body
    assert facts.said(case)[-1] == ("case.returned", "The lamp is dark again.")
    assert facts.last_entry(case).facts["office"] == case.office_id


def test_what_the_resident_said_stays_and_the_next_answer_is_rated_anew() -> None:
    case = unhappy()
    give_back_case(by=make.supervisor(), case=case, reason="Again.", at=NEXT)
    answer_case(by=make.holder(case), case=case, answer=Answer(Outcome.DONE, "A new bulb."), at=NEXT)
    rate_case(
        by=make.resident(case), case=case, rating=Judgement(Solved.YES, Satisfied.YES, visits=0), at=NEXT
    )  # fmt: skip
    assert list(Rating.objects.order_by("id").values_list("solved", flat=True)) == ["no", "yes"]
    assert Opinion.objects.filter(case=case).count() == 2
    with pytest.raises(Refused, match="only when its resident was unhappy"):
        give_back_case(by=make.supervisor(), case=make.fresh(case), reason="Again.", at=NEXT)


@pytest.mark.parametrize(
    ("solved", "satisfied", "may"),
    [
        (Solved.NO, Satisfied.MIDDLING, True),
        (Solved.YES, Satisfied.NO, True),
        (Solved.PARTLY, Satisfied.MIDDLING, False),
        (Solved.YES, Satisfied.YES, False),
    ],
)
def test_only_after_an_unhappy_rating(solved: Solved, satisfied: Satisfied, *, may: bool) -> None:
    case = unhappy(solved, satisfied)
    reacted()
    assert Unhappy.objects.filter(case=case).exists() is may
    if may:
        give_back_case(by=make.supervisor(), case=case, reason="Again.", at=NEXT)
        reacted()
        assert not Unhappy.objects.exists()
    else:
        with pytest.raises(Refused, match="unhappy"):
            give_back_case(by=make.supervisor(), case=case, reason="Again.", at=NEXT)


@pytest.mark.parametrize(
    "who", [make.handler, make.clerk, lambda: make.supervisor("housing"), make.administrator]
)  # fmt: skip
def test_only_the_supervisor_of_the_office_or_above_it(who: object) -> None:
    case = unhappy()
    by: Acting = who()  # type: ignore[operator]
    with pytest.raises(Refused):
        give_back_case(by=by, case=case, reason="Again.", at=NEXT)


def test_an_accused_office_never_gives_back_what_is_about_it() -> None:
    case = make.case(accused_office="KS-urban")
    with pytest.raises(Refused, match="about your own office"):
        give_back_case(by=make.supervisor("urban"), case=case, reason="Again.", at=NEXT)


def test_not_without_a_reason_not_after_a_month_and_only_once() -> None:
    case = unhappy()
    by = make.supervisor()
    with pytest.raises(Refused):
        give_back_case(by=by, case=case, reason="  ", at=NEXT)
    with pytest.raises(Refused, match="30 days"):
        give_back_case(by=by, case=case, reason="Again.", at=NEXT + timedelta(days=30))
    stale = make.fresh(case)
    give_back_case(by=by, case=case, reason="Again.", at=NEXT)
    with pytest.raises(Refused, match="just changed"):
        give_back_case(by=by, case=stale, reason="Again.", at=NEXT)


def test_the_list_forgets_it_after_a_month() -> None:
    unhappy()
    reacted()
    assert forget_unhappy(make.MONDAY + timedelta(days=30)) == 0
    assert forget_unhappy(make.MONDAY + timedelta(days=32)) == 1
