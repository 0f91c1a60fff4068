"""A clerk puts away what is no case, with a reason."""

import pytest

from tests import make, make_mail
from yimen.intake.models import Arrival
from yimen.intake.taking import take_waiting
from yimen.intake.verbs.discard import discard_arrival
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting

pytestmark = pytest.mark.django_db


def test_it_is_overwritten_and_the_reason_stays() -> None:
    arrival = make_mail.held()
    discard_arrival(by=make.clerk(), arrival=arrival, reason="An advertisement.", at=make.LATER)
    stored = Arrival.objects.get()
    assert (stored.stage, stored.content, stored.put_away) == ("discarded", b"", "An advertisement.")
    assert history(arrival.ref)[-1].code == "arrival.discarded"
    assert "advertisement" not in str(history(arrival.ref)[-1].facts)
    assert take_waiting(make.LATER) == 0


def test_without_a_reason_or_twice_it_is_refused() -> None:
    arrival = make_mail.held()
    stale = Arrival.objects.get()
    with pytest.raises(Refused, match="write something"):
        discard_arrival(by=make.clerk(), arrival=arrival, reason="  ", at=make.LATER)
    discard_arrival(by=make.clerk(), arrival=arrival, reason="Empty.", at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        discard_arrival(by=make.clerk(), arrival=stale, reason="Again.", at=make.LATER)


@pytest.mark.parametrize(
    "who", ["one-door-1-clerk", "urban-handler", "town-office-supervisor", "town-office-administrator"]
)
def test_nobody_but_a_clerk_at_the_towns_own_desk_does_it(who: str) -> None:
    arrival, by = make_mail.held(), make.posted(who)
    assert isinstance(by, Acting)
    with pytest.raises(Refused):
        discard_arrival(by=by, arrival=arrival, reason="I do not like it.", at=make.LATER)
    assert Arrival.objects.get().stage == "held"
