"""Visits of the small town's tests: numbers of the centre's queue, and who calls them."""

from datetime import datetime
from typing import Any

from tests import make
from yimen.kernel.receipts import new_nonce
from yimen.people.rules import Acting, Operator, Resident
from yimen.visits.booked.queries import errand_of, free_days
from yimen.visits.models import Ticket
from yimen.visits.rules import Errand
from yimen.visits.verbs import Made, Taken, Wanted, Wish, book_visit, call_next, set_up_errand, take_ticket

SOMEBODY = Resident(case_id=0)


def centre_id() -> int:
    """The town's own service desk, with three counters."""
    return make.clerk().office_id


def errand(letter: str, *counters: int) -> None:
    """The centre serves one thing more."""
    wanted = Errand(letter, {"en": f"Errand {letter}"}, 15, counters)
    set_up_errand(by=Operator(), office_id=centre_id(), errand=wanted, town=make.town(), at=make.MONDAY)


def taken(letter: str = "A", *, at: datetime = make.MONDAY, nonce: str = "", address: str = "") -> Taken:
    """Somebody takes a number at the door."""
    wish = Wish(centre_id(), letter, "bo", nonce or new_nonce(), address)
    return take_ticket(by=SOMEBODY, wish=wish, town=make.town(), at=at)


def called(counter: int = 1, *, seen: int = 0, by: Acting | None = None, at: datetime = make.MONDAY) -> Ticket:
    """The next one is called."""
    return call_next(by=by or make.clerk(), counter=counter, seen=seen, town=make.town(), at=at)


def numbers(*tickets: Ticket) -> list[str]:
    """As they are called."""
    return [f"{ticket.letter}{ticket.number:03}" for ticket in tickets]


def free_times() -> list[datetime]:
    """What can be booked at the centre now, in order."""
    found = errand_of(centre_id(), "A", make.town())
    assert found is not None
    return [time for day in free_days(centre_id(), found, make.town(), make.MONDAY) for time in day.times]


def booked(begins_at: datetime | None = None, *, at: datetime = make.MONDAY, **fields: Any) -> Made:  # noqa: ANN401
    """Somebody books the first free time, or this one."""
    usual = {"nonce": new_nonce(), "language": "en", **fields}
    wanted = Wanted(centre_id(), "A", begins_at or free_times()[0], **usual)
    return book_visit(by=SOMEBODY, wanted=wanted, town=make.town(), at=at)
