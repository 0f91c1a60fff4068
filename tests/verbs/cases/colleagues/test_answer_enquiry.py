"""Who was asked answers; the office that has the case answers its resident."""

from datetime import timedelta

import pytest

from tests import make
from tests.make_colleagues import advised_case, again, shared_case, term
from tests.verbs.cases import facts
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.models import Enquiry
from yimen.cases.rules import CONTACTS_KEPT, WORDS_KEPT, Outcome
from yimen.cases.story import story_of
from yimen.cases.together.enquiries import asked_of, waiting_for
from yimen.cases.verbs import Answer, answer_case, answer_enquiry, recall_enquiry
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
SAID = "It hangs on the school."


def test_its_part_ends_its_limit_and_nothing_else() -> None:
    case, made = shared_case()
    version, due_on = make.fresh(case).version, make.fresh(case).due_on
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text=SAID, at=make.LATER)
    made, case = again(made), make.fresh(case)
    assert (made.state, made.answer, made.ended_at) == ("answered", SAID, make.LATER)
    assert term(made).state == "met"
    assert (case.state, case.version, case.due_on) == ("handling", version, due_on)
    assert facts.entries(case).count("case.enquiry_answered") == 1
    (asking,) = story_of(case, make.town()).askings
    assert asking.enquiry.answer == SAID
    assert not waiting_for(make.handler("housing")).exists()


def test_an_adviser_answers_from_the_post_that_was_asked() -> None:
    _, made = advised_case()
    with pytest.raises(Refused, match="another post"):
        answer_enquiry(by=make.handler("village-committee"), enquiry=again(made), text=SAID, at=make.LATER)
    answer_enquiry(by=make.area_lead(), enquiry=again(made), text=SAID, at=make.LATER)
    assert again(made).state == "answered"


def test_another_office_may_not_nor_a_supervisor_in_its_place() -> None:
    _, made = shared_case()
    with pytest.raises(Refused, match="not asked of your office"):
        answer_enquiry(by=make.handler("water"), enquiry=again(made), text=SAID, at=make.LATER)
    with pytest.raises(Refused, match="Your post does not do this"):
        answer_enquiry(by=make.supervisor("housing"), enquiry=again(made), text=SAID, at=make.LATER)
    with pytest.raises(Refused, match="write something"):
        answer_enquiry(by=make.handler("housing"), enquiry=again(made), text=" ", at=make.LATER)


def test_once_and_not_after_it_was_recalled() -> None:
    _, made = shared_case()
    stale = again(made)
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text=SAID, at=make.LATER)
    with pytest.raises(Refused, match="answered already"):
        answer_enquiry(by=make.handler("housing"), enquiry=again(made), text="No.", at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        answer_enquiry(by=make.handler("housing"), enquiry=stale, text="No.", at=make.LATER)
    _, other = shared_case()
    recall_enquiry(by=make.handler(), enquiry=again(other), at=make.LATER)
    with pytest.raises(Refused, match="no longer needs"):
        answer_enquiry(by=make.handler("housing"), enquiry=again(other), text=SAID, at=make.LATER)


def test_answering_the_case_recalls_what_is_still_open() -> None:
    case, made = shared_case()
    answer = Answer(Outcome.DONE, "It burns.")
    answer_case(by=make.handler(), case=make.fresh(case), answer=answer, at=make.LATER)
    assert again(made).state == "recalled"
    assert term(made).state == "stopped"
    assert facts.entries(case).count("case.answered") == 1
    assert "case.enquiry_recalled" not in facts.entries(case)  # one entry for one deed


def test_the_offices_answer_and_the_colleagues_part_never_both_win_unseen() -> None:
    """Whoever answers the case while a part comes in looks again, and has it before them."""
    _, made = shared_case()
    waiting = again(made)
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text=SAID, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        Enquiry.objects.change(waiting, state="recalled")


def test_its_day_moves_with_the_calendar_and_the_residents_does_not() -> None:
    case, made = shared_case()
    old, case_due = made.due_on, make.fresh(case).due_on
    mark_local_day(by=make.OPERATOR, on=old, works=False, names={"en": "Horse races"}, at=make.LATER)
    make.moved_dates()
    assert again(made).due_on == old + timedelta(days=1) == term(made).due_on
    assert [each.due_on for each in asked_of(make.handler("housing")).enquiries] == [old + timedelta(days=1)]
    assert make.fresh(case).due_on == case_due or "case.due_moved" in facts.entries(case)


def test_the_list_goes_on_where_a_page_ends() -> None:
    for _ in range(21):
        shared_case()
    housing = make.handler("housing")
    first = asked_of(housing)
    rest = asked_of(housing, first.next)
    assert (len(first.enquiries), len(rest.enquiries), rest.next) == (20, 1, "")
    assert not {each.pk for each in first.enquiries} & {each.pk for each in rest.enquiries}
    assert len(asked_of(housing, "nonsense").enquiries) == 20


def test_its_words_are_forgotten_with_the_case() -> None:
    case, made = shared_case()
    answer_enquiry(by=make.handler("housing"), enquiry=again(made), text=SAID, at=make.LATER)
    answer_case(by=make.handler(), case=make.fresh(case), answer=Answer(Outcome.DONE, "It burns."), at=make.LATER)
    fade_contacts(make.LATER + CONTACTS_KEPT)
    fade_words(make.LATER + WORDS_KEPT["fault"])
    assert (again(made).question, again(made).answer) == ("", "")
