"""Sending what is waiting. A letter may be late, and may be uncertain; it is never sent twice.

Each row is claimed by a conditional update that is committed before anything leaves the house. So of two workers
one gets it; and if the one that has it dies, nobody can know whether it went out: it becomes uncertain, which its
resident sees under the receipt, where the letter stands anyway.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from django.db import transaction

from yimen.notifications import rules
from yimen.notifications.carriers import carry
from yimen.notifications.models import Letter
from yimen.notifications.rules import Result

_State = Letter.State
OUTCOMES = {
    Result.ACCEPTED: _State.SENT,
    Result.REFUSED: _State.FAILED,
    Result.UNKNOWN: _State.UNCERTAIN,
    Result.UNWANTED: _State.KEPT,
}


@dataclass(frozen=True)
class Sent:
    """What came of one round; true if there was anything to do."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    uncertain: int = 0

    def __bool__(self) -> bool:
        return any((self.sent, self.retried, self.failed, self.uncertain))


def send_waiting(at: datetime, most: int = 50) -> Sent:
    """Send what is due, at most so many letters; several workers may do this at once. When idle, one statement."""
    begun = monotonic()

    def moment() -> datetime:
        """``at`` goes on while slow servers answer, or a letter of this round would look like one left behind."""
        return at + timedelta(seconds=monotonic() - begun)

    counts: Counter[Letter.State] = Counter()
    due = Letter.objects.filter(next_at__lte=at).order_by("next_at", "id")
    for letter in due[:most]:
        if letter.state == _State.SENDING:
            counts[_State.UNCERTAIN] += _given_up(letter, at)
        elif _claimed(letter, moment()):
            counts[_settled(letter, carry(letter), moment)] += 1
    return Sent(counts[_State.SENT], counts[_State.WAITING], counts[_State.FAILED], counts[_State.UNCERTAIN])


def _claimed(letter: Letter, at: datetime) -> bool:
    """Is it ours now? Committed before it is sent, and so never called inside a transaction."""
    with transaction.atomic(durable=True):
        waiting = Letter.objects.filter(pk=letter.pk, state=_State.WAITING, tries=letter.tries)
        return bool(waiting.update(state=_State.SENDING, claimed_at=at, tries=letter.tries + 1))


def _settled(letter: Letter, result: Result, moment: Callable[[], datetime]) -> Letter.State:
    """Write down what came of it. With no further try, the address is forgotten, and a receipt that went along."""
    at, wait = moment(), rules.wait_after(letter.tries + 1)
    ours = Letter.objects.filter(pk=letter.pk, state=_State.SENDING, tries=letter.tries + 1)
    if result is Result.REFUSED and wait:
        ours.update(state=_State.WAITING, next_at=at + wait, claimed_at=None)
        return _State.WAITING
    state = OUTCOMES[result]
    ours.update(
        state=state, address="", receipt="", answers="", next_at=None, sent_at=at if state is _State.SENT else None
    )
    return state


def _given_up(letter: Letter, at: datetime) -> int:
    """If its worker has died while it had the letter, nobody can know whether it went out."""
    lapsed = Letter.objects.filter(pk=letter.pk, state=_State.SENDING, claimed_at__lt=at - rules.LEASE)
    return lapsed.update(state=_State.UNCERTAIN, address="", receipt="", answers="", next_at=None)
