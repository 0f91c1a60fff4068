"""A caucus by video: who is asked to wait gets nothing of the others, and sends them nothing."""

import pytest

from tests import make_company
from tests.make_sessions import BEGINS, Session, all_in
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.mediation.calls.queries import own_part
from yimen.mediation.companions.rules import Role
from yimen.mediation.verbs import hold_aside, join_session
from yimen.meetings.models import Line, Signal
from yimen.meetings.rules import Say
from yimen.meetings.slides import show, slide_for

pytestmark = pytest.mark.django_db
SECRET = "zqcaucus: I would take half"


def _numbers(session: Session) -> tuple[int, int, int]:
    one, two, three = (session.seat(part).number for part in ("mediator", "side-1", "side-2"))
    return one, two, three


def test_nothing_goes_either_way_while_they_wait() -> None:
    session = all_in()
    mediator, held, other = _numbers(session)
    session.ask("side-1", signals=((mediator, '{"candidate": 1}'), (other, '{"candidate": 2}')))
    session.ask("mediator", signals=((held, '{"candidate": 3}'),))
    session.hold("side-1")
    assert not Signal.objects.exists(), "what was on its way is gone, both ways"
    session.ask("mediator", signals=((held, "{}"),), lines=((Say.CAPTION, SECRET),))
    session.ask("side-2", signals=((held, "{}"), (mediator, "{}")), lines=((Say.CHAT, SECRET),))
    show(session.seat("side-2"), "offer.png", "image/png", b"zqpicture")
    told = session.ask(
        "side-1", wants_servers=True, signals=((mediator, "{}"), (other, "{}")), lines=((Say.CHAT, "x"),)
    )
    assert (told.state, told.servers, told.seats, told.lines, told.slides, told.signals) == (
        "waiting", None, None, None, None, [],
    )  # fmt: skip
    assert Line.objects.count() == 2
    assert set(Signal.objects.values_list("sent_by", "seat__number")) == {(other, mediator)}
    shown = session.ask("side-2").slides
    assert shown
    assert slide_for(session.seat("side-1"), int(str(shown[0]["number"]))) is None
    assert [seat["part"] for seat in session.ask("side-2").seats or []] == ["mediator", "side-2"]


def test_back_again_they_read_nothing_of_what_was_typed_meanwhile() -> None:
    session = all_in()
    session.hold("side-1")
    assert session.seat("side-1").is_held
    session.ask("mediator", lines=((Say.CHAT, SECRET),))
    session.let_in("side-1")
    session.ask("mediator", lines=((Say.CHAT, "all again"),))
    told = session.ask("side-1", comes=True)
    assert told.state == "in"
    assert not session.seat("side-1").is_held
    assert [line["words"] for line in told.lines or []] == ["all again"]
    assert [line["words"] for line in session.ask("side-2", comes=True).lines or []] == [SECRET, "all again"]


def test_only_by_its_mediator_and_never_themself_and_the_journal_names_nobody() -> None:
    session, other = all_in(), all_in()
    with pytest.raises(Refused, match="somebody else"):
        session.hold("mediator")
    for call, seat in ((session.call, session.seat("side-1")), (other.call, session.seat("side-1"))):
        with pytest.raises(Refused, match="somebody else"):
            hold_aside(by=other.talk.mediator(), call=call, seat=seat, at=BEGINS)
    session.hold("side-2")
    assert Entry.objects.get(code="mediation.call_held").facts == {"sitting": session.pk}
    with pytest.raises(Refused, match="not possible"):
        session.hold("side-2")


def test_with_a_side_those_wait_who_came_with_it_and_nobody_else() -> None:
    """Four at most are in: the mediator, a side with its guardian, and the other one's supporter."""
    session = Session().opened()
    mine = make_company.by_code(make_company.code_of(session.talk, Role.GUARDIAN))
    theirs = make_company.by_code(make_company.code_of(session.talk, Role.SUPPORTER, side=2))
    session.joined(1)
    for who in (mine, theirs):
        part = own_part(who)
        session.keys[part] = join_session(by=who, sitting=session.sitting, at=BEGINS)
        session.ask(part, comes=True)
    for part in ("side-1", own_part(mine), own_part(theirs)):
        session.let_in(part)
    session.hold("side-1")
    states = [session.ask(part).state for part in ("side-1", own_part(mine), own_part(theirs))]
    assert states == ["waiting", "waiting", "in"]
    session.let_in("side-1")
    session.hold(own_part(theirs))
    assert session.ask("side-1").state == "in", "whoever came with a side may wait alone"
