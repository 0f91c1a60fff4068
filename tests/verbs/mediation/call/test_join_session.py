"""A side joins by its own code, and waits; a session with another side alone is not there for it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from tests import make_mediation
from tests.make_sessions import AT, BEGINS, Session, all_in
from tests.make_video import secret
from yimen.kernel.verdict import Refused
from yimen.mediation.calls.queries import joinable
from yimen.mediation.endings import Ending
from yimen.mediation.queries.reading import sittings_of
from yimen.mediation.sittings.rules import Form
from yimen.mediation.verbs import (
    Plan,
    cancel_sitting,
    end_without_agreement,
    join_session,
    leave_mediation,
    refuse_mediator,
    schedule_sitting,
)
from yimen.meetings.exchanging import exchange
from yimen.meetings.models import Signal
from yimen.meetings.wire import Asked

Sql = Callable[..., AbstractContextManager[list[str]]]
pytestmark = pytest.mark.django_db


def test_it_waits_before_the_mediator_is_there_and_until_it_is_let_in() -> None:
    session = Session().joined(1, BEGINS - timedelta(minutes=10))
    session.opened().joined(1)
    told = session.ask("side-1", wants_servers=True, signals=((2, "{}"),))
    assert (told.state, told.servers, told.seats) == ("waiting", None, None)
    assert not Signal.objects.exists(), "nothing of theirs reaches anybody"
    session.let_in("side-1")
    assert session.ask("side-1", wants_servers=True).servers


def test_another_mediation_and_a_session_with_the_other_side_alone_are_not_theirs() -> None:
    session, other = Session(alone=2), make_mediation.opened()
    for who in (session.talk.side(1), other.side(2)):
        with pytest.raises(Refused, match="somebody else"):
            join_session(by=who, sitting=session.sitting, at=BEGINS)
    assert session.opened().joined(2).ask("side-2").state == "waiting"


def test_another_browser_with_the_same_code_waits_anew() -> None:
    session = all_in()
    told = exchange(session.seat("side-1"), Asked(secret("thief"), "page-of-thief", comes=True), BEGINS)
    assert told.state == "waiting"
    assert session.ask("side-1").state == "elsewhere"


def test_a_session_that_is_called_off_is_over_at_once_and_another_one_is_not() -> None:
    session = all_in()
    by = session.talk.mediator()
    other = schedule_sitting(by=by, plan=Plan(BEGINS + timedelta(hours=2), form=Form.VIDEO), at=AT)
    cancel_sitting(by=by, sitting=other, at=BEGINS)
    assert session.ask("side-1").state == "in"
    cancel_sitting(by=by, sitting=session.sitting, at=BEGINS)
    assert {session.ask(part).state for part in session.keys} == {"over"}


@pytest.mark.parametrize("how", ["leave", "end", "refuse"])
def test_when_the_mediation_is_over_the_call_is_over_at_once(how: str) -> None:
    session = all_in()
    talk = session.talk
    if how == "leave":
        leave_mediation(by=talk.side(2), at=BEGINS)
    elif how == "end":
        end_without_agreement(by=talk.mediator(), ending=Ending.NOT_AGREED, at=BEGINS)
    else:
        refuse_mediator(by=talk.side(1), at=BEGINS)
    assert {session.ask(part).state for part in session.keys} == {"over"}
    with pytest.raises(Refused):
        session.joined(1)


def test_the_button_is_there_from_ten_minutes_before_and_while_the_call_goes_on(sql: Sql) -> None:
    session = Session(form=Form.MIXED)
    me = session.talk.side(1)
    meetings = sittings_of(me)

    def there(minutes: int) -> bool:
        return session.pk in joinable(me, meetings, BEGINS + timedelta(minutes=minutes))

    with sql(at_most=0):
        assert [there(minutes) for minutes in (-11, -10, 0, 59)] == [False, True, True, True]
    with sql(at_most=1):
        assert not there(60)
    session.opened()
    assert there(70)
    assert not there(125)
    other = Session(alone=2)
    assert not joinable(other.talk.side(1), sittings_of(other.talk.side(1)), BEGINS)
