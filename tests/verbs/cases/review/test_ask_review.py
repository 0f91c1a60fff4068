"""A resident does not agree with an answer."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests import make, make_petition
from tests.verbs.cases import facts
from yimen.cases.models import Case, Opinion, Recusal, Review
from yimen.cases.queries import Scope, case_for, is_visible, visible_to
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import add_words, ask_for_review, rate_case, reopen_case
from yimen.cases.verbs.resident.rate import Judgement
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment, Post
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Resident
from yimen.search.finding import Wanted, search
from yimen.search.index import index_case

pytestmark = pytest.mark.django_db


def seen(acting: Acting, case: Case) -> tuple[Scope, bool] | None:
    found = case_for(acting, case.pk, purpose="review", at=make.LATER, town=make.town())
    return (found.scope, found.decided_before) if found else None


def test_the_next_higher_office_has_it_with_a_limit_of_its_own_and_the_resident_is_told() -> None:
    case = make_petition.reviewed_case()
    assert (case.state, case.stage, case.office.code) == ("handling", "review", "KS-township-office-1")
    assert (case.turn_office_id, case.ended_at) == (case.office_id, None)
    term = facts.terms(case)["handle"]
    assert (term.limit.code, term.due_on.isoformat(), case.due_on) == ("PET_REVIEW_DO", "2026-04-01", term.due_on)
    letter = facts.letters(case)[-1]
    assert letter.code == "case-review-asked"
    assert "Village committee office" in letter.body
    assert "Township office office 1" in letter.body
    assert facts.said(case)[-1] == ("case.review_asked", make_petition.WHY)
    assert facts.last_entry(case).facts["stage"] == "review"
    review = Review.objects.get(case=case)
    assert (review.office_id, review.from_office.code) == (case.office_id, "KS-village-committee")


def test_the_second_one_goes_one_office_higher_and_there_is_no_third() -> None:
    case = make_petition.rereviewed_case()
    assert (case.stage, case.office.code) == ("rereview", "KS-town-office")
    assert facts.terms(case)["handle"].limit.code == "PET_REREVIEW_DO"
    case = make_petition.upheld(case)
    with pytest.raises(Refused, match="is final"):
        make_petition.review_asked(case)


def test_after_the_last_word_nothing_is_taken_up_under_this_receipt_and_other_doors_are_told() -> None:
    case = make_petition.final_case()
    me = make.resident(case)
    ways: list[Callable[[], None]] = [
        lambda: add_words(by=me, case=case, text="Once more.", at=make.LATER),
        lambda: reopen_case(by=me, case=case, why="Once more.", at=make.LATER),
        lambda: ask_for_review(by=me, case=case, why="Once more.", at=make.LATER),
    ]
    for again in ways:
        with pytest.raises(Refused, match="is final") as refused:
            again()
        doors = refused.value.verdict.params["doors"]
        assert isinstance(doors, dict)
        assert "12348" in doors["zh-hans"]
    assert "Once more." not in [text for _, text in facts.said(case)]
    rate_case(by=me, case=case, rating=Judgement(Solved.NO, Satisfied.NO, visits=0), at=make.LATER)  # but rated it is


def test_whoever_handled_it_before_finds_it_nowhere_from_none_of_their_posts() -> None:
    """They went to the office above since: there they read what comes of it, and no more."""
    case = make_petition.answered_petition(words="Compensation for the roof of the barn.")
    before = make.holder(case)
    taken = Post.objects.get(code="township-office-1-handler")
    above = Post.objects.create(code="second", role=taken.role, office=taken.office, place=taken.place)
    Appointment.objects.create(post=above, staff_id=before.staff_id, from_on=make.MONDAY.date())
    case = make_petition.review_asked(case)
    index_case(facts.last_entry(case), make.LATER)
    moved = next(each for each in posts_of(before.staff_id, make.MONDAY.date()) if each.post_id == above.pk)
    other = make.posted("township-office-1-handler")
    for acting, is_open in ((moved, False), (before, False), (other, True)):
        assert visible_to(acting, make.town()).filter(pk=case.pk).exists() is is_open
        assert bool(search(acting, Wanted("barn"), make.town(), at=make.LATER).hits) is is_open
    assert seen(other, case) == (Scope.WHOLE, False)
    assert seen(moved, case) == (Scope.RESULT, True)
    assert seen(before, case) == (Scope.RESULT, True)
    with pytest.raises(Refused, match="at an earlier stage"):
        make_petition.review_case(by=moved, case=case, upholds=True, answer=make_petition.WHOLE, at=make.LATER)
    assert Recusal.objects.filter(case=case, state="answered").count() == 1


def test_a_colleague_of_the_first_office_reads_what_comes_of_it_and_strangers_nothing() -> None:
    case = make_petition.reviewed_case()
    post = Post.objects.get(code="village-committee-handler")
    colleague = Acting(make.handler("water").staff_id, post.pk, make.handler().role, post.office_id, "", "KS/")
    assert seen(colleague, case) == (Scope.RESULT, False)
    assert seen(make.handler("water"), case) is None
    assert is_visible(colleague, case.pk, make.town())


def test_an_office_complained_about_is_passed_by() -> None:
    case = make_petition.answered_petition()
    township = make.town().offices.by_code["KS-township-office-1"].id
    Case.objects.filter(pk=case.pk).update(accused_office=township)
    assert make_petition.review_asked(make.fresh(case)).office.code == "KS-town-office"


def test_where_nobody_stands_above_the_next_higher_government_is_named() -> None:
    case = make.petition()
    top = make.town().offices.by_code["KS-town-office"].id
    Case.objects.filter(pk=case.pk).update(
        state="answered", office=top, turn_office=None, due_on=None, ended_at=make.MONDAY
    )
    case = make.fresh(case)
    Opinion.objects.create(case=case, at=make.MONDAY, by="post:1", office_id=top, outcome="explain", opinion="No.")
    with pytest.raises(Refused, match="next higher government"):
        make_petition.review_asked(case)


def test_thirty_days_and_not_a_day_longer() -> None:
    case = make_petition.answered_petition()
    with pytest.raises(Refused, match="last day to ask"):
        make_petition.review_asked(case, at=make.MONDAY + timedelta(days=31))
    assert make_petition.review_asked(case, at=make.MONDAY + timedelta(days=30)).stage == "review"


def test_a_hotline_case_is_opened_again_instead_and_a_petition_reviewed_instead() -> None:
    lamp, petition = make.answered_case(), make_petition.answered_petition()
    with pytest.raises(Refused, match="can be opened again"):
        make_petition.review_asked(lamp)
    with pytest.raises(Refused, match="asks for a review"):
        reopen_case(by=make.resident(petition), case=petition, why="No.", at=make.LATER)


def test_a_reason_is_needed_a_stranger_may_not_and_the_second_sending_is_refused() -> None:
    case = make_petition.answered_petition()
    with pytest.raises(Refused, match="write something"):
        make_petition.review_asked(case, why=" ")
    with pytest.raises(Refused, match="holds the receipt"):
        ask_for_review(by=Resident(case_id=case.pk + 1), case=case, why="Mine.", at=make.LATER)
    stale = make.fresh(case)
    make_petition.review_asked(case)
    with pytest.raises(Refused):
        make_petition.review_asked(stale)
    assert Review.objects.filter(case=case).count() == 1
    assert facts.entries(case).count("case.review_asked") == 1


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("review_is_not_the_first_stage", {"stage": "first"}),
        ("review_hearing_ends_after_it_began", {"hearing_until_on": make.MONDAY.date()}),
    ],
)
def test_the_database_keeps_what_a_review_is(constraint: str, wrong: dict[str, Any]) -> None:
    case = make_petition.reviewed_case()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Review.objects.filter(case=case).update(**wrong)
