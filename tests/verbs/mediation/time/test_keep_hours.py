"""A mediator's hours."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest
from django.utils.timezone import localtime

from tests import make, make_colleagues
from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.committees.naming import candidates_for
from yimen.mediation.sittings.times import calendar_of, hours_of, proposed_times
from yimen.people.rules import Role

Sql = Callable[..., AbstractContextManager[list[str]]]
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT  # a Monday
HOURS = {"tue": [["09:00", "12:00"]], "sun": [["09:00", "12:00"]]}


def test_times_are_proposed_out_of_them_but_those_that_are_taken() -> None:
    talk, by = make_it.opened(), make_it.mediator()
    assert proposed_times(talk.mediator(), 60, AT, 3) == []
    verbs.keep_hours(by=by, hours=HOURS, at=AT)
    assert hours_of(by.post_id) == HOURS
    begins = [f"{localtime(one):%a %H:%M}" for one in proposed_times(talk.mediator(), 60, AT, 4)]
    assert begins == ["Tue 09:00", "Tue 10:00", "Tue 11:00", "Tue 09:00"], "a rest day is none, whatever the hours say"
    first = next(islice(proposed_times(talk.mediator(), 60, AT, 1), 1))
    verbs.schedule_sitting(by=talk.mediator(), plan=verbs.Plan(first + timedelta(minutes=30)), at=AT)
    begins = [f"{localtime(one):%H:%M}" for one in proposed_times(talk.mediator(), 60, AT, 1)]
    assert begins == ["11:00"]


def test_the_head_reads_the_first_free_day_and_whoever_is_full_comes_later() -> None:
    talk, by = make_it.applied(), make_it.mediator()
    (only,) = candidates_for(talk.head(), AT)
    assert (only.free_on, only.has_hours, only.reasons) == (None, False, ["language"])
    verbs.keep_hours(by=by, hours=HOURS, at=AT)
    (only,) = candidates_for(talk.head(), AT)
    assert only.free_on == localtime(AT).date() + timedelta(days=1)
    verbs.keep_hours(by=by, hours={"sun": [["09:00", "09:30"]]}, at=AT)
    (only,) = candidates_for(talk.head(), AT)
    assert only.reasons == ["language", "full"]


def test_the_statements_of_a_naming_do_not_grow_with_the_calendars(sql: Sql) -> None:
    talk, on = make_it.applied(), localtime(AT).date()
    verbs.keep_hours(by=make_it.mediator(), hours=HOURS, at=AT)
    head = talk.head()
    with sql(7):
        candidates_for(head, AT)
    for name in ("dolma", "pasang"):
        one = make_colleagues.colleague(name, "justice", Role.MEDIATOR)
        term = verbs.Term(one.post_id, on, on + timedelta(days=300))
        verbs.seat_member(by=make.OPERATOR, committee=talk.row.committee, term=term, at=AT)
        verbs.keep_hours(by=one, hours=HOURS, at=AT)
    with sql(7):
        found = candidates_for(head, AT)
    assert [one.has_hours for one in found] == [True] * 3


def test_a_calendar_holds_the_next_weeks_and_nothing_that_has_ended() -> None:
    talk, other = make_it.opened(), make_it.opened()
    for one in (talk, other):
        make_it.planned(one)
    assert [len(found) for _day, found in calendar_of(make_it.mediator(), AT)] == [2]
    verbs.leave_mediation(by=other.side(1), at=AT)
    assert [[one.mediation_id for one in found] for _day, found in calendar_of(make_it.mediator(), AT)] == [[talk.pk]]
    assert calendar_of(make_it.mediator(), AT - timedelta(days=40)) == []


@pytest.mark.parametrize("hours", [{"mon": [["12:00", "09:00"]]}, {"moon": [["09:00", "10:00"]]}])
def test_hours_that_nobody_understands(hours: dict[str, list[list[str]]]) -> None:
    make_it.committee()
    with pytest.raises(Refused, match="not understood"):
        verbs.keep_hours(by=make_it.mediator(), hours=hours, at=AT)


def test_only_a_mediator_from_their_own_post() -> None:
    make_it.committee()
    for who in (make.handler(), replace(make_it.mediator(), stands_in=True)):
        with pytest.raises(Refused, match="Only mediators"):
            verbs.keep_hours(by=who, hours=HOURS, at=AT)
