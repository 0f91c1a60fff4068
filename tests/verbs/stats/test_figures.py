"""The figures: counted once each, the same when counted again, and about offices and places only."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, answer_case, reopen_case
from yimen.journal.reacting import react
from yimen.reactions import REACTIONS
from yimen.stats.counting import count_now
from yimen.stats.models import NowCount, Stuck, WeekCount
from yimen.stats.queries import overview
from yimen.stats.rules import Now, Week, counted_in, monday_of
from yimen.stats.weeks import rebuild_weeks
from yimen.supervision.reacting import climb

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
DAY = timedelta(days=1)


def answered(at: datetime) -> None:
    """An accepted case of MONDAY, due on the 9th, that is answered then."""
    case = make.accepted_case()
    answer_case(by=make.holder(case), case=case, answer=Answer(Outcome.DONE, "It burns."), at=at)


def reacted() -> None:
    while react(REACTIONS, make.LATER):
        pass


def weeks() -> set[tuple[object, ...]]:
    return set(WeekCount.objects.values_list("office_id", "place_id", "monday", "what", "number"))


def total(at: datetime, who: str = "town-office") -> dict[str, int]:
    acting = make.supervisor(who)
    return overview(acting, acting.office_id, make.town(), at.date()).total


def test_each_entry_counts_once_in_its_week() -> None:
    answered(make.MONDAY + 7 * DAY)
    answered(make.MONDAY + 8 * DAY)  # a day late
    reacted()
    reacted()
    found = {(str(monday), what): number for _, _, monday, what, number in weeks()}
    assert found == {
        ("2026-03-02", "received"): 2,
        ("2026-03-09", "answered"): 2,
        ("2026-03-09", "in_time"): 1,
    }


@given(steps=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2)), max_size=6))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counted_again_from_the_journal_the_numbers_are_the_same(steps: list[tuple[int, int]]) -> None:
    with transaction.atomic():
        for days, kind in steps:
            at = make.MONDAY + days * DAY
            if kind == 2:
                answered(at)
            else:
                (make.open_case if kind else make.case)(at=at)
        reacted()
        before = weeks()
        rebuild_weeks()
        assert weeks() == before
        transaction.set_rollback(True)


def test_what_is_open_is_counted_by_office_and_township() -> None:
    for _ in range(3):
        make.accepted_case()  # due on the 9th
    make.open_case()
    at = make.MONDAY + 4 * DAY  # Friday: the 9th is the next working day
    count_now(at)
    assert total(at) | {"vacant": 0} == {"open": 4, "soon": 3, "unrouted": 1, "late": 1, "vacant": 0}
    lamps = NowCount.objects.filter(office_id=make.handler().office_id, what=Now.OPEN).get()
    assert lamps.place_id == make.town().places.by_code["KS01"].id
    assert lamps.number == 3


def test_a_case_is_stuck_when_nobody_has_moved_for_ten_working_days() -> None:
    case = make.accepted_case()
    make.asked_case()  # the resident's turn: not stuck
    climb(make.MONDAY.replace(hour=6) + 10 * DAY)  # what the clock does is no step
    count_now(make.MONDAY + 13 * DAY)
    assert not Stuck.objects.exists()
    count_now(make.MONDAY + 15 * DAY)
    assert list(Stuck.objects.values_list("case_id", flat=True)) == [case.pk]
    assert total(make.MONDAY + 15 * DAY)["stuck"] == 1


def test_what_came_back_is_counted_until_the_office_moves() -> None:
    case = make.closed_case()
    reopen_case(by=make.resident(case), case=make.fresh(case), why="Dark.", at=make.LATER)
    count_now(make.LATER)
    assert total(make.LATER)["returned"] == 1


def test_a_post_without_a_holder_is_a_vacancy() -> None:
    count_now(make.MONDAY)
    before = total(make.MONDAY).get("vacant", 0)
    from yimen.people.models import Appointment  # noqa: PLC0415 – the only test that ends one

    Appointment.objects.filter(post__code="urban-handler").update(until_on=make.MONDAY.date())
    count_now(make.MONDAY)
    assert total(make.MONDAY).get("vacant", 0) == before + 1


def test_no_figure_is_by_post_or_person() -> None:
    """Every column of every figure: numbers, dates, an office, a committee, a place – and the case behind a list."""
    allowed = {"people.Office", "places.Place", "cases.Case", "mediation.Committee"}
    for model in apps.get_app_config("stats").get_models():
        for column in model._meta.get_fields():
            if isinstance(column, models.ForeignKey):
                assert column.related_model._meta.label in allowed, column
            elif not column.auto_created:
                assert not {"post", "staff", "by", "name", "resident", "role"} & set(column.name.split("_")), column
    assert {f.name for f in WeekCount._meta.fields} == {"id", "office", "place", "monday", "what", "number"}


def test_the_statements_do_not_grow_with_the_cases(sql: Sql) -> None:
    def statements() -> int:
        with sql() as found:
            count_now(make.MONDAY + 20 * DAY)
        return len(found)

    make.accepted_case()
    first = statements()
    for _ in range(20):
        make.accepted_case()
    assert statements() == first


def test_what_an_entry_counts_as() -> None:
    assert counted_in("case.answered", {"late": True}) == [Week.ANSWERED]
    assert counted_in("case.answered", {"late": False}) == [Week.ANSWERED, Week.IN_TIME]
    assert counted_in("case.answered", {}) == [Week.ANSWERED]  # from before the journal said so
    assert counted_in("case.looked", {}) == []


def test_a_number_stands_once() -> None:
    """``now_count_once`` and ``week_count_once``."""
    office, place = make.handler().office_id, make.town().places.by_code["KS01"].id
    for row in (
        NowCount(office_id=office, place_id=place, what="open", number=1),
        WeekCount(office_id=office, place_id=place, monday=monday_of(make.MONDAY.date()), what="received", number=1),
    ):
        row.save()
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)
