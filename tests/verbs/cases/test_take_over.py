"""Cases of an older system come in with their own dates, once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import make
from yimen.cases.models import Case, Opinion
from yimen.cases.rules import Channel, State
from yimen.cases.story import story_of
from yimen.cases.verbs import OldCase, take_over_cases
from yimen.cases.verbs.office.accept import accept_case
from yimen.cases.words import TIMELINE
from yimen.deadlines.terms import terms_of
from yimen.journal.models import Entry

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
LONG_AGO = datetime(2019, 5, 31, 23, 30, tzinfo=SHANGHAI)
CLOSED = datetime(2019, 6, 4, 8, 0, tzinfo=SHANGHAI)


def old(number: int = 1, **fields: object) -> OldCase:
    """A broken lamp in the first area, closed four days later."""
    town = make.town()
    sent = make.sent(nonce=f"{number:030}", channel=Channel.IMPORT)
    lamp, area = town.catalogue.by_code[make.LAMP], town.places.by_code["KS01A"]
    usual = OldCase(sent, LONG_AGO, CLOSED, "It burns again.", lamp.id, area.id)
    return replace(usual, **fields)  # type: ignore[arg-type]


def take(*cases: OldCase, at: datetime = make.MONDAY) -> list[Case]:
    return take_over_cases(by=make.OPERATOR, old=cases, town=make.town(), at=at)


def test_the_original_dates_are_kept() -> None:
    (case,) = take(old())
    case = make.fresh(case)
    assert (case.received_at, case.ended_at, case.state) == (LONG_AGO, CLOSED, State.CLOSED)
    assert (case.due_on, case.turn_office_id) == (None, None)
    assert case.office.code == "KS-urban"


def test_a_closed_case_tells_its_old_answer_where_answers_stand() -> None:
    (case,) = take(old())
    story = story_of(make.fresh(case), make.town())
    assert [scene.code for scene in story.scenes] == ["case.taken_over", "case.answered"]
    assert [scene.at for scene in story.scenes] == [LONG_AGO, CLOSED]
    assert story.scenes[1].opinion is not None
    assert story.scenes[1].opinion.opinion == "It burns again."
    assert {scene.code for scene in story.scenes} <= set(TIMELINE)


def test_a_closed_case_without_an_answer_says_so_in_its_own_language() -> None:
    take(old(answer=""))
    assert Opinion.objects.get().opinion


def test_no_limit_runs_for_a_closed_case() -> None:
    (case,) = take(old())
    assert terms_of(case.ref) == []


def test_the_limits_of_an_open_case_run_from_its_original_day() -> None:
    """It was the 31st of May in the town, although in UTC and in the west it was another hour."""
    (case,) = take(old(closed_at=None))
    terms = terms_of(case.ref)
    assert {term.from_on for term in terms} == {date(2019, 5, 31)}
    assert case.due_on == min(term.due_on for term in terms)
    assert date(2019, 5, 31) < case.due_on < date(2019, 7, 1)
    assert case.turn_office_id == case.office_id


def test_an_open_case_is_worked_on_like_any_other() -> None:
    (case,) = take(old(closed_at=None))
    case = make.fresh(case)
    accept_case(by=make.holder(case), case=case, at=make.MONDAY)
    assert make.fresh(case).state == State.HANDLING


def test_a_case_without_category_goes_to_the_one_door() -> None:
    (case,) = take(old(closed_at=None, category_id=None, area_id=None))
    assert make.fresh(case).office.code == "KS-one-door"


def test_taken_twice_it_is_one_case() -> None:
    take(old(1), old(2))
    assert [c.received_at for c in take(old(2), old(3, received_at=CLOSED), old(1))] == [CLOSED]
    assert Case.objects.count() == 3


def test_the_same_case_twice_in_one_batch_is_one_case() -> None:
    assert len(take(old(1), old(1))) == 1


def test_a_case_closed_before_it_came_ends_when_it_came() -> None:
    (case,) = take(old(closed_at=LONG_AGO - timedelta(hours=8)))
    assert make.fresh(case).ended_at == LONG_AGO


def test_old_cases_are_not_forgotten_in_their_first_night() -> None:
    (case,) = take(old())
    assert case.fades_at is not None
    assert case.fades_at > make.MONDAY


def test_each_case_has_one_entry_for_being_taken_over() -> None:
    take(old(1), old(2, closed_at=None))
    taken = Entry.objects.filter(code="case.taken_over")
    assert [entry.facts["taken"] for entry in taken] == ["2026-03-02"] * 2
    assert {entry.by for entry in taken} == {"operator"}


def test_many_cases_take_few_statements(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    town = make.town()
    few = [old(n) for n in range(10)]
    with sql(at_most=4):  # what is here already, cases, opinions, entries
        take_over_cases(by=make.OPERATOR, old=few, town=town, at=make.MONDAY)
