"""Reading queues: what a centre's counters serve, who waits, and what is called where. Numbers only, no persons."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256

from django.db.models import Count, Q, QuerySet, Window

from yimen.kernel.seal import derived_key
from yimen.people.rules import Acting
from yimen.people.serving import CounterFacts, all_counters
from yimen.routing.town import Town
from yimen.visits import models
from yimen.visits.models import Ticket
from yimen.visits.rules import ANYTHING, Errand, Queued, in_another_line, number_in_words, served_elsewhere

EDITION = "visits"
SHOWN_NEXT = 8  # numbers that a waiting screen shows as the next ones
ON_A_PAGE = 40  # of those that wait, at the desk
Tickets = QuerySet[Ticket]
TicketFacts = Ticket  # what pages hand on to verbs


@dataclass(frozen=True)
class Called:
    """A number and the counter it goes to."""

    id: int
    words: str
    counter: int
    calls: int
    language: str


@dataclass(frozen=True)
class Waiting:
    """A number that waits, as the desk sees it."""

    id: int
    words: str
    letter: str
    language: str
    since: datetime
    only_counter: int | None


@dataclass(frozen=True)
class Screen:
    """What a waiting screen shows: the numbers called last stand first."""

    called: list[Called]
    next: list[str]
    waiting: int


@dataclass(frozen=True)
class Place:
    """Where a ticket stands: how many are before it, and as how-manieth it would be called."""

    ticket: Ticket
    words: str
    before: int

    @property
    def mark(self) -> str:
        """Tells whether a page shows this already."""
        return f"{self.before}-{self.ticket.version}"


@lru_cache(maxsize=1)
def all_errands(edition: int) -> dict[int, list[Errand]]:  # noqa: ARG001 – the edition is the cache's key
    """What each centre's counters serve, as of this edition; one statement, once a process."""
    found: dict[int, list[Errand]] = {}
    rows = models.Errand.objects.filter(is_open=True).order_by("office_id", "letter")
    for row in rows:
        found.setdefault(row.office_id, []).append(
            Errand(row.letter, row.names, row.minutes, tuple(row.counters), row.at_once)
        )
    return found


def errands_of(office_id: int, town: Town) -> list[Errand]:
    """What this centre's counters serve; one queue for everything where nobody has said."""
    return all_errands(town.editions.get(EDITION, 0)).get(office_id) or [ANYTHING]


def counters_of(office_id: int, town: Town) -> list[CounterFacts]:
    """The counters of this centre; every centre has one at least."""
    return all_counters(town.editions.get("people", 0)).get(office_id) or [CounterFacts(1, {})]


def hash_of(key: str) -> bytes:
    """What is kept of the link to a ticket."""
    return hmac.digest(derived_key("ticket-link"), key.encode(), sha256)


def key_from(nonce: str) -> str:
    """The link that belongs to a form: the same form sent twice is one ticket."""
    return hmac.digest(derived_key("ticket"), nonce.encode(), sha256).hex()[:32]


def tablet_key(code: str) -> str:
    """What the address of a centre's own tablets has in it, so that nobody else takes numbers without end."""
    return hmac.digest(derived_key("tablet"), code.encode(), sha256).hex()[:20]


def is_tablet(code: str, key: str) -> bool:
    """Does this address belong to the centre's own tablets?"""
    return hmac.compare_digest(tablet_key(code).encode(), key.encode())


def ticket_by(key: str, on: date) -> Ticket | None:
    """The ticket behind this link, on its own day; one statement."""
    found: Ticket | None = Ticket.objects.filter(key_hash=hash_of(key), on=on).first()
    return found


def place_of(ticket: Ticket, town: Town) -> Place:
    """Where it stands; one statement."""
    errands, counters = errands_of(ticket.office_id, town), counters_of(ticket.office_id, town)
    others = in_another_line(ticket.letter, errands, [c.number for c in counters])
    ahead = Ticket.objects.filter(office_id=ticket.office_id, on=ticket.on, state=Queued.WAITING, pk__lt=ticket.pk)
    ahead = ahead.filter(only_counter=ticket.only_counter) if ticket.only_counter else ahead.exclude(letter__in=others)
    before = ahead.count() if ticket.state == Queued.WAITING else 0
    return Place(ticket, number_in_words(ticket.letter, ticket.number), before)


def screen_of(office_id: int, on: date) -> Screen:
    """What the waiting screen of this centre shows; two statements, however many wait."""
    of_day = Ticket.objects.filter(office_id=office_id, on=on)
    waiting = of_day.filter(state=Queued.WAITING).annotate(all=Window(Count("id"))).order_by("id")
    rows = list(waiting.values_list("letter", "number", "all")[:SHOWN_NEXT])
    return Screen(
        called=called_now(office_id, on),
        next=[number_in_words(letter, number) for letter, number, _ in rows],
        waiting=rows[0][2] if rows else 0,
    )


def called_now(office_id: int, on: date) -> list[Called]:
    """The numbers at the counters, the one called last first; one statement, a row a counter."""
    rows = Ticket.objects.filter(office_id=office_id, on=on, state=Queued.CALLED).order_by("-called_at", "-id")
    columns = rows.values_list("id", "letter", "number", "counter", "calls", "language")
    return [Called(pk, number_in_words(letter, number), *rest) for pk, letter, number, *rest in columns]


def waiting_at(counter: int, office_id: int, on: date, town: Town) -> Tickets:
    """The tickets that this counter would call, in their order: first come, first served."""
    others = served_elsewhere(counter, errands_of(office_id, town))
    mine = Q(only_counter=counter) | (Q(only_counter__isnull=True) & ~Q(letter__in=others))
    return Ticket.objects.filter(mine, office_id=office_id, on=on, state=Queued.WAITING).order_by("id")


def waiting_in(acting: Acting, on: date) -> list[Waiting]:
    """The first of all that wait at this post's centre; one statement."""
    rows = Ticket.objects.filter(office_id=acting.office_id, on=on, state=Queued.WAITING).order_by("id")[:ON_A_PAGE]
    return [_waiting(row) for row in rows]


def missed_in(acting: Acting, on: date) -> list[Waiting]:
    """Those that were called today and nobody came, the latest first; one statement."""
    rows = Ticket.objects.filter(office_id=acting.office_id, on=on, state=Queued.MISSED).order_by("-id")[:ON_A_PAGE]
    return [_waiting(row) for row in rows]


def _waiting(row: Ticket) -> Waiting:
    words = number_in_words(row.letter, row.number)
    return Waiting(row.pk, words, row.letter, row.language, row.taken_at, row.only_counter)


def ticket_in(acting: Acting, pk: int, on: date) -> Ticket | None:
    """A ticket of today at this post's own centre."""
    found: Ticket | None = Ticket.objects.filter(pk=pk, office_id=acting.office_id, on=on).first()
    return found
