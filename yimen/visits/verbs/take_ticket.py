"""Somebody takes a number at a centre."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting, Actor
from yimen.privacy.sendings import count_sent, sent_from
from yimen.routing.town import Town
from yimen.visits.models import Roll, Ticket
from yimen.visits.policies import may_take_at
from yimen.visits.queries import errands_of, hash_of, key_from
from yimen.visits.rules import may_take_more, number_in_words
from yimen.visits.standing import in_the_name_of

TICKETS = "tickets"  # what is counted for a connection
NO_SUCH_ERRAND = gettext_noop("This centre does not serve that. Please choose again.")


@dataclass(frozen=True)
class Wish:
    """What somebody chooses who takes a number."""

    office_id: int
    letter: str
    language: str
    nonce: str  # the form's own secret; the link comes from it
    address: str = ""  # the connection it comes from; empty for the centre's own tablet and its clerks


@dataclass(frozen=True)
class Taken:
    """A ticket and the key of its link, which is stored nowhere."""

    ticket: Ticket
    key: str
    words: str
    is_new: bool


def take_ticket(*, by: Actor, wish: Wish, town: Town, at: datetime) -> Taken:
    """A number of today for this errand, without a name; the same form sent twice is one number."""
    key = key_from(wish.nonce)
    try:
        ticket, is_new = _take(by, wish, key, town, at), True
    except IntegrityError:
        ticket, is_new = Ticket.objects.get(key_hash=hash_of(key)), False
    return Taken(ticket, key, number_in_words(ticket.letter, ticket.number), is_new)


@transaction.atomic
def _take(by: Actor, wish: Wish, key: str, town: Town, at: datetime) -> Ticket:
    require(may_take_at(by, wish.office_id, town, at))
    if wish.letter not in {errand.letter for errand in errands_of(wish.office_id, town)}:
        raise Refused(NO_SUCH_ERRAND)
    on = day_of(at)
    number = _next_number(wish.office_id, on, wish.letter)
    ticket = Ticket(
        office_id=wish.office_id, on=on, letter=wish.letter, number=number,
        key_hash=hash_of(key), language=wish.language, taken_at=at,
    )  # fmt: skip
    ticket.save(force_insert=True)
    if wish.address:
        require(may_take_more(sent_from(wish.address, at, TICKETS)))
        count_sent(wish.address, at, TICKETS)
    who = in_the_name_of(wish.office_id) if isinstance(by, Acting) else by.ref
    record("ticket.taken", subject=ticket.ref, by=who, at=at, office=wish.office_id, errand=wish.letter)
    return ticket


def _next_number(office_id: int, on: date, letter: str) -> int:
    """One more than was given today: the row is ours until this transaction ends, so no two numbers are alike."""
    mine = Roll.objects.filter(office_id=office_id, on=on, letter=letter)
    if not mine.update(given=F("given") + 1):
        Roll.objects.bulk_create([Roll(office_id=office_id, on=on, letter=letter)], ignore_conflicts=True)
        mine.update(given=F("given") + 1)
    return int(mine.values_list("given", flat=True).get())
