"""How a queue moves, and which numbers are called where. Pure: no Django, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Queued(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"  # at a counter, or on the way there
    MISSED = "missed"  # was called and nobody came; may be called again the same day
    LEFT = "left"  # its holder no longer needs it
    DONE = "done"


#: What may happen to a ticket, and what it is then. "send_on" waits for one other counter.
MOVES: dict[Queued, dict[str, Queued]] = {
    Queued.WAITING: {"call": Queued.CALLED, "leave": Queued.LEFT},
    Queued.CALLED: {
        "call_again": Queued.CALLED,
        "miss": Queued.MISSED,
        "send_on": Queued.WAITING,
        "finish": Queued.DONE,
        "leave": Queued.LEFT,
    },
    Queued.MISSED: {"call_again": Queued.CALLED, "leave": Queued.LEFT},
    Queued.LEFT: {},
    Queued.DONE: {},
}
OVER = frozenset({Queued.MISSED, Queued.LEFT, Queued.DONE})  # nobody waits for these
NOT_NOW = {
    Queued.WAITING: gettext_noop("This number is waiting and has not been called."),
    Queued.CALLED: gettext_noop("This number is at a counter."),
    Queued.MISSED: gettext_noop("This number was called and nobody came."),
    Queued.LEFT: gettext_noop("This number was given back."),
    Queued.DONE: gettext_noop("This number has been served."),
}
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and no O: on a screen they look like 1 and 0
MOST_ERRANDS = 8  # as many large buttons as a tablet shows at once
SHORTEST, LONGEST = 5, 180  # minutes
NO_LETTER = gettext_noop("An errand is marked by one capital letter, but not I or O.")
NO_NAME = gettext_noop("Please say in at least one language what residents come for.")
NO_MINUTES = gettext_noop("An errand takes between %(least)s and %(most)s minutes.")


@dataclass(frozen=True)
class Errand:
    """What residents come to a centre for; its letter stands before the number."""

    letter: str
    names: dict[str, str] = field(default_factory=dict)
    minutes: int = 15
    counters: tuple[int, ...] = ()  # that serve it; none named: all of them
    at_once: int = 1  # so many can book the same time; 0: no bookings

    def is_served_at(self, counter: int) -> bool:
        """Is it served at the counter with this number?"""
        return not self.counters or counter in self.counters


#: What a centre has that has not set up any errands: one queue for everything.
ANYTHING = Errand("A", {"zh-hans": "各类事项", "en": "All matters", "bo": "རེ་ཞུ་ཚང་མ།"})


def may_move(state: Queued, verb: str) -> Verdict:
    """May this happen to a ticket that stands there?"""
    return YES if verb in MOVES[state] else Verdict(NOT_NOW[state])


def number_in_words(letter: str, number: int) -> str:
    """The number as it is printed and called: A012."""
    return f"{letter}{number:03}"


def served_elsewhere(counter: int, errands: Iterable[Errand]) -> list[str]:
    """The letters that this counter leaves to others. A letter that is given no more is called by all."""
    return [errand.letter for errand in errands if not errand.is_served_at(counter)]


def in_another_line(letter: str, errands: Iterable[Errand], counters: Iterable[int]) -> list[str]:
    """The letters that never stand before this one, because no counter calls both."""
    known = {errand.letter: errand for errand in errands}
    mine = [counter for counter in counters if letter not in known or known[letter].is_served_at(counter)]
    return [one.letter for one in known.values() if one.letter != letter and not any(map(one.is_served_at, mine))]


def may_be_an_errand(errand: Errand) -> Verdict:
    """Can a ticket be given for it?"""
    if len(errand.letter) != 1 or errand.letter not in LETTERS:
        return Verdict(NO_LETTER)
    if not any(errand.names.values()):
        return Verdict(NO_NAME)
    if not SHORTEST <= errand.minutes <= LONGEST:
        return Verdict(NO_MINUTES, {"least": SHORTEST, "most": LONGEST})
    return YES


MOST_TICKETS = 30  # an hour from one connection by the centre's page; the centre's own tablet is not counted
TOO_MANY = gettext_noop("Very many numbers were taken from your connection. Please take one at the centre.")


def may_take_more(taken_from_here: int) -> Verdict:
    """May one more ticket be taken from this connection, after so many in this hour?"""
    return YES if taken_from_here < MOST_TICKETS else Verdict(TOO_MANY)
