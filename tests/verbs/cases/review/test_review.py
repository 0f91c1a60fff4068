"""An office says what it thinks of another one's answer."""

from dataclasses import replace

import pytest

from tests import make, make_petition
from tests.verbs.cases import facts
from yimen.cases.models import Case, Opinion
from yimen.cases.reviews.rules import Finding
from yimen.cases.rules import Satisfied, Solved
from yimen.cases.verbs import answer_case, ask_resident, hand_over_case, rate_case, review_case
from yimen.cases.verbs.resident.rate import Judgement
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting
from yimen.supervision.models import Unhappy
from yimen.supervision.reacting import note_unhappy

pytestmark = pytest.mark.django_db


def review(case: Case, *, by: Acting | None = None, upholds: bool = False) -> None:
    by = by or make_petition.reviewer(case)
    review_case(by=by, case=case, upholds=upholds, answer=make_petition.WHOLE, at=make.LATER)


def test_the_answer_is_changed_and_the_resident_is_told_what_they_may_do_next() -> None:
    case = make_petition.reviewed_case()
    review(case)
    case, term = make.fresh(case), facts.terms(case)["handle"]
    assert (case.state, case.stage, case.turn_office_id, case.due_on) == ("answered", "review", None, None)
    assert term.state == "met"
    opinion = Opinion.objects.filter(case=case).latest("id")
    assert (opinion.stage, opinion.finding, opinion.office_id) == ("review", Finding.CHANGED.value, case.office_id)
    assert "article 36" in opinion.remedies
    assert "12348" in opinion.remedies
    letter = facts.letters(case)[-1]
    assert letter.code == "case-reviewed"
    assert "It stays as it is." in letter.body
    assert "article 36" in letter.body
    entry = facts.last_entry(case)
    assert (entry.code, entry.facts["finding"], entry.facts["late"]) == ("case.reviewed", "changed", False)


def test_the_last_word_says_that_it_is_final_and_which_doors_remain_and_can_be_rated() -> None:
    case = make_petition.final_case()
    final = Opinion.objects.filter(case=case).latest("id")
    assert (final.stage, final.finding) == ("rereview", "upheld")
    assert "is final" in final.remedies
    assert "Public legal advice line 12348" in final.remedies
    assert "within 30 days" not in final.remedies.splitlines()[0]
    rate_case(by=make.resident(case), case=case, rating=Judgement(Solved.NO, Satisfied.NO, visits=1), at=make.LATER)
    assert make.fresh(case).state == "closed"


@pytest.mark.parametrize(("state", "is_listed"), [("answered_petition", True), ("final_case", False)])
def test_an_unhappy_rating_of_a_review_stands_in_no_list_for_nobody_gives_a_review_back(
    state: str,
    is_listed: bool,  # noqa: FBT001 – a parameter of the test
) -> None:
    case = getattr(make_petition, state)()
    rate_case(by=make.resident(case), case=case, rating=Judgement(Solved.NO, Satisfied.NO, visits=1), at=make.LATER)
    note_unhappy(facts.last_entry(case), make.LATER)
    assert Unhappy.objects.filter(case_id=case.pk).exists() is is_listed


def test_the_head_reviews_where_nobody_else_works() -> None:
    case = make_petition.rereviewed_case()
    assert make_petition.reviewer(case).role == "supervisor"
    review(case)
    assert make.fresh(case).state == "answered"


def test_all_parts_are_needed_and_a_review_stays_where_it_is() -> None:
    case = make_petition.reviewed_case()
    by = make_petition.reviewer(case)
    bare = replace(make_petition.WHOLE, basis="")
    with pytest.raises(Refused, match="legal basis"):
        review_case(by=by, case=case, upholds=True, answer=bare, at=make.LATER)
    with pytest.raises(Refused, match="whether the answer stands"):
        answer_case(by=by, case=case, answer=make_petition.WHOLE, at=make.LATER)
    with pytest.raises(Refused, match="whether the answer stands"):
        hand_over_case(by=by, case=case, to_office="KS-housing", reason="No.", at=make.LATER)
    assert make.fresh(case).version == case.version


def test_not_where_nobody_asked_nor_by_another_office() -> None:
    with pytest.raises(Refused, match="not being reviewed"):
        review(make_petition.accepted_petition())
    with pytest.raises(Refused, match="another office"):
        review(make_petition.reviewed_case(), by=make.handler("water"))


def test_the_resident_can_be_asked_meanwhile_by_somebody_new() -> None:
    case = make_petition.reviewed_case()
    with pytest.raises(Refused, match="at an earlier stage"):
        ask_resident(by=make.posted("village-committee-handler"), case=case, question="?", at=make.LATER)
    ask_resident(by=make_petition.reviewer(case), case=case, question="Which roof?", at=make.LATER)
    assert make.fresh(case).state == "asked"


def test_the_second_of_two_hands_is_refused() -> None:
    case = make_petition.reviewed_case()
    stale = make.fresh(case)
    review(case)
    with pytest.raises(Refused):
        review(stale)
    assert Opinion.objects.filter(case=case, stage="review").count() == 1
