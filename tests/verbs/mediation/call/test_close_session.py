"""The call of a session is over: for everybody, and what was typed is gone."""

import pytest

from tests.make_sessions import BEGINS, all_in
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.mediation.verbs import close_session
from yimen.meetings.models import Line
from yimen.meetings.rules import Say

pytestmark = pytest.mark.django_db


def test_it_is_over_for_all_and_nothing_typed_is_left() -> None:
    session, other = all_in(), all_in()
    session.ask("side-1", lines=((Say.CHAT, "zqtyped"),))
    with pytest.raises(Refused, match="somebody else"):
        close_session(by=other.talk.mediator(), call=session.call, at=BEGINS)
    assert Line.objects.exists()
    close_session(by=session.talk.mediator(), call=session.call, at=BEGINS)
    assert {session.ask(part).state for part in session.keys} == {"over"}
    assert {other.ask(part).state for part in other.keys} == {"in"}
    assert not Line.objects.exists()
    assert Entry.objects.get(code="mediation.call_ended").facts == {"sitting": session.pk}
    assert session.talk.row.state == "open", "the mediation goes on"
