"""Call-backs: who is called, when, how often, and what is noted."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.cases.verbs import reopen_case
from yimen.journal.reacting import react
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused
from yimen.reactions import REACTIONS
from yimen.routing.models import Procedure
from yimen.supervision.calls.preparing import forget_calls, prepare_calls
from yimen.supervision.calls.queries import Reach, call_list, reach_of
from yimen.supervision.models import CallBack
from yimen.supervision.verbs.note_call import note_call

pytestmark = pytest.mark.django_db
PHONE = "13900000000"
CALLING = make.MONDAY + timedelta(days=8)  # a Tuesday at ten


def answered(**fields: str) -> Case:
    """An answered case whose resident left a telephone."""
    return make.answered_case(tell=Way.SMS, phone=PHONE, **fields)  # type: ignore[arg-type]


def to_call() -> CallBack:
    answered()
    prepare_calls(CALLING)
    return CallBack.objects.get()


def reacted() -> None:
    while react(REACTIONS, CALLING):
        pass


def test_after_a_week_those_who_left_a_telephone_and_have_not_rated_are_called() -> None:
    case = answered()
    make.answered_case()  # left no telephone
    make.closed_case()  # has rated
    assert prepare_calls(make.MONDAY + timedelta(days=7)) == 0, "the last day to rate it themselves"
    assert prepare_calls(CALLING) == 1
    assert prepare_calls(CALLING) == 0
    call = CallBack.objects.get()
    assert (call.case_id, call.tries, call.state) == (case.pk, 0, "waiting")
    assert call_list(make.posted_at(call.desk_id))[0] == [call]
    assert PHONE not in str([getattr(call, f.name) for f in CallBack._meta.fields if f.name != "case"])


def test_the_time_before_a_call_is_the_roads_own() -> None:
    answered()
    Procedure.objects.filter(code="hotline").update(call_limit="HOT_FAST")  # two working days
    new_edition("routing")
    assert prepare_calls(make.MONDAY + timedelta(days=2)) == 0
    assert prepare_calls(make.MONDAY + timedelta(days=3)) == 1
    assert prepare_calls(CALLING) == 0


def test_where_the_road_has_no_such_limit_nobody_is_called() -> None:
    answered()
    Procedure.objects.update(call_limit="")
    new_edition("routing")
    assert prepare_calls(CALLING) == 0


def test_nobody_is_tried_more_than_three_times() -> None:
    call = to_call()
    by = make.posted_at(call.desk_id)
    for tries in (1, 2, 3):
        note_call(by=by, call=call, wants_none=False, at=CALLING)
        call.refresh_from_db()
        assert call.tries == tries
    assert call.state == "not_reached"
    with pytest.raises(Refused, match="is over"):
        note_call(by=by, call=call, wants_none=False, at=CALLING)
    entry = facts.last_entry(call.case)
    assert (entry.code, entry.facts) == ("case.called", {"outcome": "not_reached", "tries": 3})


def test_who_does_not_want_it_is_not_called_again() -> None:
    call = to_call()
    by = make.posted_at(call.desk_id)
    note_call(by=by, call=call, wants_none=True, at=CALLING)
    assert call_list(by) == ([], "")
    assert reach_of(by, CALLING.date()) == Reach(asked=1, reached=1, answered=0)


@pytest.mark.parametrize(
    "at", [CALLING.replace(hour=7), CALLING.replace(hour=22), CALLING + timedelta(days=4)]
)  # fmt: skip
def test_never_outside_the_hours_nor_on_a_rest_day(at: datetime) -> None:
    call = to_call()
    with pytest.raises(Refused, match="working days in the hours"):
        note_call(by=make.posted_at(call.desk_id), call=call, wants_none=False, at=at)


def test_only_a_clerk_of_that_desk_calls() -> None:
    call = to_call()
    for by in (make.handler(), make.supervisor(), make.administrator()):
        with pytest.raises(Refused):
            note_call(by=by, call=call, wants_none=False, at=CALLING)
        assert call_list(by) == ([], "")


def test_two_hands_note_one_call() -> None:
    """``call_back_once_per_answer`` keeps it one row."""
    call = to_call()
    by, stale = make.posted_at(call.desk_id), CallBack.objects.get(pk=call.pk)
    note_call(by=by, call=call, wants_none=False, at=CALLING)
    with pytest.raises(Refused, match="just changed"):
        note_call(by=by, call=stale, wants_none=False, at=CALLING)
    with pytest.raises(IntegrityError), transaction.atomic():
        CallBack.objects.create(
            case_id=call.case_id, answer_at=call.answer_at, desk_id=call.desk_id, since_on=CALLING.date()
        )


def test_what_the_resident_does_themselves_makes_the_call_needless() -> None:
    call = to_call()
    reopen_case(by=make.resident(call.case), case=make.fresh(call.case), why="Dark.", at=CALLING)
    reacted()
    call.refresh_from_db()
    assert call.state == "passed"
    assert reach_of(make.posted_at(call.desk_id), CALLING.date()) == Reach(0, 0, 0)


def test_a_year_later_it_is_forgotten() -> None:
    to_call()
    assert forget_calls(CALLING + timedelta(days=360)) == 0
    assert forget_calls(CALLING + timedelta(days=400)) == 1
