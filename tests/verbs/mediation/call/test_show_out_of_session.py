"""A guest is shown out for good; a side is not."""

import pytest

from tests.make_sessions import BEGINS, all_in
from yimen.journal.models import Entry
from yimen.kernel.verdict import Refused
from yimen.mediation.verbs import ask_into_session, show_out_of_session

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_a_guest_goes_for_good_and_a_side_belongs_to_it() -> None:
    session = all_in()
    by = session.talk.mediator()
    session.keys["companion"] = ask_into_session(by=by, call=session.call, part="companion", at=BEGINS)
    session.ask("companion", comes=True)
    show_out_of_session(by=by, call=session.call, seat=session.seat("companion"), at=BEGINS)
    assert session.ask("companion", comes=True).state == "out"
    assert Entry.objects.get(code="mediation.call_shown_out").facts == {"sitting": session.pk}
    for part in ("side-1", "mediator"):
        with pytest.raises(Refused):
            show_out_of_session(by=by, call=session.call, seat=session.seat(part), at=BEGINS)
