"""A guest of a session: by a link, waiting like everybody, for two hours."""

from datetime import timedelta

import pytest

from tests.make_sessions import BEGINS, all_in
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.mediation.verbs import ask_into_session
from yimen.meetings.exchanging import seat_by

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_a_guest_waits_and_the_link_ends() -> None:
    session = all_in(begins_at=BEGINS)
    by = session.talk.mediator()
    key = session.keys["interpreter"] = ask_into_session(by=by, call=session.call, part="interpreter", at=BEGINS)
    assert session.ask("interpreter", comes=True).state == "waiting"
    assert seat_by(key, BEGINS + timedelta(hours=2)) is None
    assert Entry.objects.get(code="mediation.call_guest_asked").facts == {"sitting": session.pk}


def test_as_an_interpreter_or_a_companion_and_not_as_a_side() -> None:
    session = all_in()
    for part in ("side-1", "mediator", "colleague"):
        with pytest.raises(Refused):
            ask_into_session(by=session.talk.mediator(), call=session.call, part=part, at=BEGINS)
