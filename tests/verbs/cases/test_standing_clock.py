"""While the clock stands still nobody is late for it: in the lists, in the numbers, and in what is written down."""

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import translation

from tests import make, make_petition
from tests.verbs.cases import facts
from tests.verbs.cases.listed import asked
from yimen.cases.lists import Which, worklist
from yimen.cases.models import Case
from yimen.cases.rules import Outcome
from yimen.cases.story import story_of
from yimen.cases.verbs import (
    Answer,
    accept_case,
    answer_case,
    ask_resident,
    begin_hearing,
    begin_mediation,
    reply_to_question,
)
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting
from yimen.stats.counting import count_now
from yimen.stats.queries import AskedFor, behind, overview
from yimen.stats.rules import Now
from yimen.supervision.queries import on_ladder
from yimen.supervision.words import lines

pytestmark = pytest.mark.django_db
MONTHS_LATER = make.MONDAY + timedelta(days=120)


def late(acting: Acting, at: datetime) -> list[int]:
    return [case.pk for case in worklist(asked(acting, Which.OVERDUE, day_of(at))).cases]


def soon(acting: Acting, at: datetime) -> list[int]:
    return [case.pk for case in worklist(asked(acting, Which.SOON, day_of(at))).cases]


def counted(at: datetime) -> tuple[int, int, list[int]]:
    """How many are late and due soon in the overview, and the late ones behind that number."""
    by, town = make.supervisor(), make.town()
    count_now(at)
    total = overview(by, by.office_id, town, day_of(at)).total
    shown, _ = behind(by, AskedFor(by.office_id, Now.LATE), town, day_of(at))
    return total.get(Now.LATE, 0), total.get(Now.SOON, 0), [case.pk for case in shown]


def waits(case: Case) -> str:
    place = on_ladder(case, story_of(case, make.town()), make.town(), make.LATER)
    with translation.override("en"):
        return lines(place, make.town(), "en")[-1]


def in_hearing() -> Case:
    case = make_petition.rereviewed_case()
    begin_hearing(by=make_petition.reviewer(case), case=case, at=make.MONDAY)
    return make.fresh(case)


def in_mediation() -> Case:
    case = make.accepted_case()
    begin_mediation(by=make.resident(case), case=case, at=make.MONDAY)
    return make.fresh(case)


@pytest.mark.parametrize(
    ("begun", "why"),
    [(make.asked_case, "resident’s turn"), (in_hearing, "a hearing is on"), (in_mediation, "the sides talk")],
)
def test_whatever_it_stands_still_for_it_is_neither_late_nor_due_soon(begun: object, why: str) -> None:
    case = begun()  # type: ignore[operator]
    assert case.stands_from_on == day_of(make.MONDAY)
    assert case.due_on is not None
    by = make_petition.reviewer(case)  # whoever works at it
    last_day = make.MONDAY + (case.due_on - day_of(make.MONDAY))
    for at in (last_day, MONTHS_LATER):
        assert (late(by, at), soon(by, at)) == ([], [])
        assert counted(at) == (0, 0, [])
        assert not case.is_late(day_of(at))
    assert why in waits(case)


def test_what_was_late_before_stays_late() -> None:
    case = make.accepted_case()
    by = make.holder(case)
    ask_resident(by=by, case=case, question="Where?", at=MONTHS_LATER)
    assert late(by, MONTHS_LATER) == [case.pk]
    assert counted(MONTHS_LATER) == (1, 0, [case.pk])
    assert case.is_late(day_of(MONTHS_LATER))


def test_it_runs_again_when_the_resident_replies() -> None:
    case = make.asked_case()
    reply_to_question(by=make.resident(case), case=case, text="The left one.", at=MONTHS_LATER)
    assert make.fresh(case).stands_from_on is None
    assert late(make.holder(case), MONTHS_LATER + timedelta(days=30)) == [case.pk]


def test_a_petition_that_was_asked_runs_on_and_is_late() -> None:
    case = make.petition()
    by = make.holder(case)
    accept_case(by=by, case=case, at=make.MONDAY)
    ask_resident(by=by, case=case, question="When?", at=make.MONDAY)
    assert case.stands_from_on is None
    assert late(by, MONTHS_LATER) == [case.pk]


def test_an_answer_is_in_time_though_the_resident_never_replied() -> None:
    case = make.asked_case()
    answer_case(by=make.holder(case), case=case, answer=Answer(Outcome.DONE, "It burns."), at=MONTHS_LATER)
    assert facts.last_entry(case).facts["late"] is False
    assert make.fresh(case).stands_from_on is None


def test_a_case_without_an_office_is_one_thing_in_the_list_and_in_the_number() -> None:
    case, by, town = make.open_case(), make.supervisor(), make.town()
    make.case()

    def numbers() -> tuple[list[int], int, list[int]]:
        count_now(make.LATER)
        listed = [each.pk for each in worklist(asked(by, Which.UNROUTED)).cases]
        total = overview(by, by.office_id, town, day_of(make.LATER)).total.get(Now.UNROUTED, 0)
        shown, _ = behind(by, AskedFor(by.office_id, Now.UNROUTED), town, day_of(make.LATER))
        return listed, total, [each.pk for each in shown]

    assert numbers() == ([case.pk], 1, [case.pk])
    accept_case(by=make.clerk(), case=case, at=make.LATER)
    assert numbers() == ([], 0, [])


def test_a_town_that_is_brought_up_to_date_knows_it_of_the_cases_it_has() -> None:
    stands, runs = make.asked_case(), make.accepted_case()
    Case.objects.update(stands_from_on=None)
    import_module("yimen.cases.migrations.0017_clock_stands").fill(apps, None)
    assert (make.fresh(stands).stands_from_on, make.fresh(runs).stands_from_on) == (day_of(make.MONDAY), None)
