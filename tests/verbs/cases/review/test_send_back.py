"""An office that reviews has the first one decide again."""

import pytest

from tests import make, make_petition
from tests.verbs.cases import facts
from yimen.cases.models import Case, Opinion, Recusal
from yimen.cases.queries import visible_to
from yimen.cases.verbs import send_back_case
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def send_back(case: Case) -> None:
    send_back_case(by=make_petition.reviewer(case), case=case, answer=make_petition.WHOLE, at=make.LATER)


def test_the_first_office_decides_again_with_a_new_date() -> None:
    case = make_petition.reviewed_case()
    send_back(case)
    case, term = make.fresh(case), facts.terms(case)["handle"]
    assert (case.state, case.stage, case.office.code) == ("handling", "first", "KS-village-committee")
    assert (case.returned, case.turn_office_id, case.due_on) == (True, case.office_id, term.due_on)
    assert (term.limit.code, term.from_on) == ("PET_HANDLE", make.MONDAY.date())
    opinion = Opinion.objects.filter(case=case).latest("id")
    assert (opinion.stage, opinion.finding, opinion.remedies) == ("review", "sent_back", "")
    letter = facts.letters(case)[-1]
    assert letter.code == "case-sent-back"
    assert "It stays as it is." in letter.body
    assert facts.entries(case)[-2:] == ["case.review_asked", "case.sent_back"]


def test_its_people_have_the_case_again_and_the_new_answer_can_be_reviewed_by_others_than_both() -> None:
    case = make_petition.reviewed_case()
    first, second = make.posted("village-committee-handler"), make_petition.reviewer(case)
    send_back(case)
    case = make.fresh(case)
    assert not case.has_recusals
    assert visible_to(first, make.town()).filter(pk=case.pk).exists()
    make.give_answer(case, at=make.LATER)
    case = make_petition.review_asked(make.fresh(case), at=make.LATER)
    assert case.stage == "review"
    assert set(Recusal.objects.filter(case=case).values_list("staff", flat=True)) == {first.staff_id, second.staff_id}
    with pytest.raises(Refused, match="at an earlier stage"):
        send_back(case)


def test_the_last_stage_decides_itself() -> None:
    with pytest.raises(Refused, match="can't send back"):
        send_back(make_petition.rereviewed_case())


def test_not_where_nobody_asked_and_the_second_of_two_hands_is_refused() -> None:
    with pytest.raises(Refused, match="not being reviewed"):
        send_back(make_petition.accepted_petition())
    case = make_petition.reviewed_case()
    stale = make.fresh(case)
    send_back(case)
    with pytest.raises(Refused):
        send_back(stale)
    assert facts.entries(case).count("case.sent_back") == 1
