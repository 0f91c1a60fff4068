"""Verbs one after the other: what one has promised, the next one keeps."""

from datetime import date, timedelta

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.models import Case
from yimen.cases.reacting import close_answered
from yimen.cases.rules import CLOSE_AFTER, CONTACTS_KEPT
from yimen.cases.verbs import (
    accept_case,
    hand_over_case,
    object_to_case,
    reopen_case,
    sort_case,
    submit_case,
)
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.kernel.models import new_edition
from yimen.people.rules import Acting, Operator, Resident
from yimen.routing.models import Category

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _hand_over(case: Case, by: Acting, to: str) -> Case:
    hand_over_case(by=by, case=case, to_office=to, reason="Yours.", at=make.MONDAY)
    return make.fresh(case)


def _rest_on(day: date) -> None:
    mark_local_day(by=Operator(), on=day, works=False, names={"en": "Horse races"}, at=make.LATER)
    make.moved_dates()


def test_how_long_offices_may_argue_is_never_the_residents_date() -> None:
    case = make.petition()
    case = _hand_over(case, make.holder(case), "KS-water")
    due_on, objection = case.due_on, facts.terms(case, state="running")["object"].due_on
    assert due_on
    assert objection < due_on
    _rest_on(objection)
    assert make.fresh(case).due_on == due_on
    assert "case-due-moved" not in [letter.code for letter in facts.letters(case)]


def test_an_office_may_object_as_long_as_its_limit_runs_also_when_that_moves() -> None:
    case = make.petition()
    case = _hand_over(case, make.holder(case), "KS-water")
    last = facts.terms(case, state="running")["object"].due_on
    _rest_on(last)
    moved = facts.terms(case, state="running")["object"].due_on
    assert moved > last
    at = make.MONDAY + (moved - make.MONDAY.date())
    object_to_case(by=make.handler("water"), case=make.fresh(case), reason="Not ours.", at=at)
    assert make.fresh(case).state == "objected"


def test_sorting_a_case_that_was_handed_over_keeps_the_residents_date_and_the_right_to_object() -> None:
    case = make.petition()
    case = _hand_over(case, make.holder(case), "KS-urban")
    notice = facts.terms(case, state="running")["notice"].due_on
    other = make.leaf("petition", unlike=[make.town().catalogue.by_id[case.category_id or 0].code]).code
    sort_case(by=make.handler(), case=case, category=other, at=make.LATER)
    assert make.fresh(case).due_on == notice
    object_to_case(by=make.handler(), case=make.fresh(case), reason="Not ours.", at=make.LATER)


def test_a_notice_that_was_given_is_not_owed_again() -> None:
    case = make.accepted_case()
    case = _hand_over(case, make.handler(), "KS-water")
    sort_case(by=make.handler("water"), case=case, category=make.leaf("petition").code, at=make.MONDAY + 9 * DAY)
    running = facts.terms(case, state="running")
    assert "notice" not in running
    assert make.fresh(case).due_on == running["handle"].due_on


def test_a_case_that_was_opened_again_is_never_due_before_it_was() -> None:
    case = make.closed_case()
    at = (case.ended_at or make.MONDAY) + 20 * DAY
    reopen_case(by=make.resident(case), case=case, why="Dark again.", at=at)
    promised = make.fresh(case).due_on
    fast = next(c.code for c in make.town().catalogue.by_id.values() if c.handle_limit == "HOT_FAST")
    sort_case(by=make.handler(), case=make.fresh(case), category=fast, at=at + DAY)
    assert make.fresh(case).due_on == promised


def test_words_do_not_go_early_when_the_clock_stood_still() -> None:
    case = make.answered_case()
    late = (case.ended_at or make.MONDAY) + CONTACTS_KEPT + 5 * DAY
    fade_contacts(late)
    close_answered(late)
    assert make.fresh(case).state == "closed"
    assert fade_words(late + CONTACTS_KEPT + CLOSE_AFTER) == 0
    assert make.fresh(case).words


def test_a_date_that_did_not_move_is_not_told() -> None:
    case = make.case()
    handle = facts.terms(case, state="running")["handle"].due_on
    _rest_on(handle)
    assert facts.terms(case, state="running")["handle"].due_on > handle
    assert "case.due_moved" not in facts.entries(case)


def test_a_form_sent_again_shows_its_receipt_though_its_category_has_gone() -> None:
    make.town()
    sent = make.sent()
    first = submit_case(by=Resident(0), sent=sent, at=make.MONDAY)
    Category.objects.filter(code=make.LAMP).update(is_offered=False)
    new_edition("routing")
    again = submit_case(by=Resident(0), sent=sent, at=make.LATER)
    assert (again.code, again.is_new, again.says_the_same) == (first.code, False, True)


def test_an_accepted_petition_runs_its_sixty_days_after_a_hand_over_too() -> None:
    case = make.petition()
    accept_case(by=make.holder(case), case=case, at=make.MONDAY)
    due_on = make.fresh(case).due_on
    case = _hand_over(make.fresh(case), make.holder(case), "KS-water")
    assert case.due_on == due_on
