"""Everybody in the town who could review stands aside: the next higher government does, and the resident reads it."""

import pytest

from tests import make, make_petition
from tests.make_aside import all_stand_aside
from tests.verbs.cases import facts
from tests.verbs.cases.review.test_pass_up import reacted
from yimen.cases.models import Case, Review
from yimen.cases.queries import visible_to
from yimen.cases.verbs import ask_for_review, leave_review
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def left() -> Case:
    """First in the township, then in the town."""
    case = make_petition.reviewed_case()
    all_stand_aside(case)
    reacted()
    all_stand_aside(make.fresh(case))
    reacted()
    return make.fresh(case)


def test_the_review_ends_without_a_result_and_cannot_be_asked_for_again_here() -> None:
    case = left()
    assert (case.state, case.stage, case.office.code) == ("answered", "first", "KS-village-committee")
    assert Review.objects.get().left_on == make.LATER.date()
    assert facts.entries(case)[-1] == "case.review_left"
    assert facts.terms(case)["handle"].state == "stopped"
    letter = facts.letters(case)[-1]
    assert letter.code == "case-review-left"
    assert "it is not your doing" in letter.body
    with pytest.raises(Refused, match="next higher government"):
        ask_for_review(by=make.resident(case), case=case, why="Again.", at=make.LATER)
    first = make.posted("village-committee-handler")
    assert visible_to(first, make.town()).filter(pk=case.pk).exists(), "whoever answered has their case again"


def test_a_second_review_that_nobody_may_do_leaves_the_first_one_standing() -> None:
    case = make_petition.rereviewed_case()
    all_stand_aside(case)
    reacted()
    case = make.fresh(case)
    assert (case.state, case.stage, case.office.code) == ("answered", "review", "KS-township-office-1")


def test_not_while_somebody_is_left_here_or_above() -> None:
    case = make_petition.reviewed_case()
    with pytest.raises(Refused, match="can still review"):
        leave_review(by=make.CLOCK, case=case, at=make.LATER)
    case = all_stand_aside(case)
    with pytest.raises(Refused, match="can still review"):
        leave_review(by=make.CLOCK, case=case, at=make.LATER)
