"""Nobody comes in unasked, and four are the most."""

import pytest

from tests.make_sessions import BEGINS, Session, all_in
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.mediation.verbs import ask_into_session

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_only_who_waits_is_let_in_and_the_journal_names_nobody() -> None:
    session = Session().opened().joined(1)
    session.let_in("side-1")
    assert [seat["part"] for seat in session.ask("side-1", comes=True).seats or []] == ["mediator", "side-1"]
    assert Entry.objects.get(code="mediation.call_let_in").facts == {"sitting": session.pk}
    with pytest.raises(Refused, match="not possible"):
        session.let_in("side-1")


def test_four_and_no_fifth() -> None:
    session = all_in()
    for part in ("interpreter", "companion"):
        session.keys[part] = ask_into_session(by=session.talk.mediator(), call=session.call, part=part, at=BEGINS)
        session.ask(part, comes=True)
    session.let_in("interpreter")
    with pytest.raises(Refused, match="4 people"):
        session.let_in("companion")
    session.hold("side-1")
    session.let_in("companion")
