"""Whoever comes with a side joins a session with a code of their own, in a seat of their own."""

import pytest

from tests import make_company
from tests.make_sessions import AT, BEGINS, Session
from tests.make_video import secret
from yimen.kernel.verdict import Refused
from yimen.mediation.calls.queries import own_part
from yimen.mediation.companions.rules import Role
from yimen.mediation.rooms.inside import WithCode
from yimen.mediation.verbs import answer_companion, dismiss_companion, join_session, step_back
from yimen.meetings.exchanging import exchange, seat_by
from yimen.meetings.rules import Say
from yimen.meetings.wire import Asked

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def _joined(session: Session, who: WithCode) -> str:
    part = own_part(who)
    session.keys[part] = join_session(by=who, sitting=session.sitting, at=BEGINS)
    session.ask(part, comes=True)
    return part


@pytest.mark.parametrize("role", list(Role))
def test_in_a_seat_beside_their_side_and_let_in_like_everybody(role: Role) -> None:
    session = Session().opened().joined(1)
    part = _joined(session, make_company.by_code(make_company.code_of(session.talk, role)))
    assert session.ask(part).state == "waiting"
    session.let_in(part)
    assert [session.ask(one).state for one in (part, "side-1")] == ["in", "waiting"], "two seats, not one"


def test_an_interpreter_beside_a_side_types_captions_and_a_guardian_does_not() -> None:
    session = Session().opened()
    for role in (Role.INTERPRETER, Role.GUARDIAN):
        part = _joined(session, make_company.by_code(make_company.code_of(session.talk, role)))
        session.let_in(part)
        session.ask(part, lines=((Say.CAPTION, f"zq{role}"),))
    lines = session.ask("mediator", comes=True).lines or []
    assert [line["words"] for line in lines] == [f"zq{Role.INTERPRETER}"]


def test_to_a_session_with_their_side_alone_only_who_reads_what_it_says_alone() -> None:
    session = Session(alone=1)
    aunt, guardian = (make_company.code_of(session.talk, role) for role in (Role.SUPPORTER, Role.GUARDIAN))
    with pytest.raises(Refused, match="somebody else"):
        _joined(session, make_company.by_code(aunt))
    assert _joined(session, make_company.by_code(guardian))


@pytest.mark.parametrize("how", ["dismiss", "back", "no"])
def test_whoever_goes_is_out_of_the_call_at_once(how: str) -> None:
    session = Session().opened().joined(2)
    who = make_company.beside(make_company.code_of(session.talk, Role.SUPPORTER))
    part = _joined(session, who)
    session.let_in(part)
    session.let_in("side-2")
    if how == "dismiss":
        dismiss_companion(by=session.talk.side(1), companion=who.companion.pk, at=AT)
    elif how == "back":
        step_back(by=who, at=AT)
    else:
        answer_companion(by=session.talk.side(2), companion=who.companion.pk, agrees=False, at=AT)
    seat = seat_by(session.keys[part], BEGINS)
    assert seat
    assert exchange(seat, Asked(secret(part), f"page-of-{part}"), BEGINS).state == "out"
    assert session.ask("side-2").state == "in"
