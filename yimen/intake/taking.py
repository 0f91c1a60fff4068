"""What waits becomes a case, or stands with one, or is held for a clerk: exactly once, whenever the machine is stopped.

Each row is claimed by a conditional update before it is looked at. If its worker dies, another one tries again when the
claim has run out, and then each alone; whatever kills three of them in a row is held for a clerk, and keeps nothing
behind it waiting.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, islice, takewhile

from django.db import DatabaseError, transaction

from yimen.cases.verbs import Receipt
from yimen.files.store import Placed, put_all, take_back
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.preparing import Ready, after_refusal, ready_to_write
from yimen.intake.rules import LEASE, Stage
from yimen.intake.verbs.receive import receive_arrival
from yimen.kernel.verdict import Refused

log = logging.getLogger(__name__)
AT_ONCE, SIZE_AT_ONCE = 10, 4 * 1024 * 1024  # so many, and bytes, share their waits for the disk


def take_waiting(at: datetime, most: int = 20) -> int:
    """Take what is due, at most so many; several workers may do this at once. When idle, one statement."""
    rows = Arrival.objects.filter(next_at__lte=at).order_by("next_at", "id").defer("content")  # twenty large ones
    due, done = list(rows[:most]), 0
    while due:
        bunch = _bunch(due)
        due = due[len(bunch) :]
        done += sum(one.is_done for one in _taken(_claimed(bunch, at), at))
    return done


def take_now(channel: str, content: bytes, at: datetime) -> Receipt | None:
    """For whoever waits for an answer: write it down, and take it at once. Nothing if it is no new case.

    If the machine stops in between, the worker takes it.
    """
    arrival = receive_arrival(by=NEWCOMER, channel=channel, content=content, at=at)
    taken = _taken(_claimed([arrival], at), at) if arrival else []
    return taken[0].receipt if taken else None


@dataclass(frozen=True)
class Taken:
    """What came of one."""

    receipt: Receipt | None = None  # of a new case
    is_done: bool = True  # False: it is tried again later


def _bunch(due: Sequence[Arrival]) -> Sequence[Arrival]:
    """Some that nobody has tried yet share their waits for the disk. One that was tried may kill, and goes alone."""
    together = accumulate(each.size for each in due)
    fresh = [each for each, size in zip(due[:AT_ONCE], together, strict=False) if size <= SIZE_AT_ONCE]
    return list(takewhile(lambda each: not each.tries, fresh)) or due[:1]


def _claimed(bunch: Sequence[Arrival], at: datetime) -> list[Arrival]:
    """Which are ours now? Written down before they are looked at: one may be what kills whoever looks."""
    with transaction.atomic():
        return [arrival for arrival in bunch if _is_claimed(arrival, at)]


def _is_claimed(arrival: Arrival, at: datetime) -> bool:
    waiting = Arrival.objects.filter(pk=arrival.pk, stage=Stage.WAITING.value, version=arrival.version)
    tries = arrival.tries + 1
    if not waiting.update(tries=tries, next_at=at + LEASE, version=arrival.version + 1):
        return False
    arrival.tries, arrival.version = tries, arrival.version + 1
    return True


def _taken(mine: Sequence[Arrival], at: datetime) -> list[Taken]:
    """First all are read and their files put on the disk; then all are written in one transaction, each for itself.

    So nobody else waits while a photograph is cleaned. If the machine stops, none of them is there, and each is tried
    again when its claim has run out.
    """
    found = _on_the_disk([(arrival, ready_to_write(arrival, at)) for arrival in mine], at)
    try:
        with transaction.atomic():
            return [_written(*one, at) for one in found]
    except BaseException:
        for _, _, placed in found:
            take_back(placed)
        raise


def _on_the_disk(found: Sequence[tuple[Arrival, Ready]], at: datetime) -> list[tuple[Arrival, Ready, list[Placed]]]:
    """Their files; where there is no room, whoever has some waits."""
    try:
        placed = iter(put_all([file for _, ready in found for file in ready.cleaned]))
    except Refused as no:
        return [(a, after_refusal(a, no, at) if ready.cleaned else ready, []) for a, ready in found]
    return [(arrival, ready, list(islice(placed, len(ready.cleaned)))) for arrival, ready in found]


def _written(arrival: Arrival, ready: Ready, placed: Sequence[Placed], at: datetime) -> Taken:
    mine = arrival.version
    try:
        with transaction.atomic():
            return Taken(ready.write(placed), is_done=ready.is_done)
    except DatabaseError:
        raise  # the worker pauses; each is tried again by itself when its claim has run out
    except Refused as no:
        take_back(placed)
        arrival.refresh_from_db()  # what was begun is undone
        if arrival.version != mine:
            return Taken()  # another one has it now
        refused = after_refusal(arrival, no, at)
        refused.write(())
        return Taken(is_done=refused.is_done)
    except Exception:
        take_back(placed)
        log.exception("Arrival %s could not be taken; it is tried again", arrival.pk)
        return Taken(is_done=False)
