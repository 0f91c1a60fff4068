"""What follows from what happened: the worker reads the journal and runs the lines of ``reactions.py``.

An entry is settled in the same transaction in which its reactions run, by a conditional update: of two workers one
finds it unsettled, and a worker that is killed leaves it as it was. A reaction that fails is undone alone, noted as
unfinished, and tried again later; nothing waits behind it.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from yimen.journal.models import Entry, Unfinished
from yimen.journal.record import settle, unsettled

log = logging.getLogger(__name__)

Reaction = Callable[[Entry, datetime], None]
Reactions = Mapping[str, Sequence[Reaction]]

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)


def name_of(reaction: Reaction) -> str:
    """How an unfinished reaction is remembered: ``yimen.search.index.index_case``."""
    return f"{reaction.__module__}.{reaction.__qualname__}"


def pause_after(tries: int) -> timedelta:
    """Half a minute after the first failure, then twice as long each time, six hours at most."""
    doubled: int = 2 ** min(tries - 1, 20)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


def react(reactions: Reactions, at: datetime) -> int:
    """Run what follows from the next entries, oldest first; says how many entries were settled."""
    entries = unsettled()
    quiet = [entry for entry in entries if not reactions.get(entry.code)]
    if quiet:
        settle(quiet)
    return len(quiet) + sum(_settled(entry, reactions[entry.code], at) for entry in entries if entry not in quiet)


@transaction.atomic
def _settled(entry: Entry, reactions: Sequence[Reaction], at: datetime) -> bool:
    if not Entry.objects.filter(pk=entry.pk, settled=False).update(settled=True):
        return False  # another worker was quicker
    for reaction in reactions:
        if not _ran(reaction, entry, at):
            Unfinished.objects.create(entry=entry, reaction=name_of(reaction), next_at=at + pause_after(1))
    return True


def _ran(reaction: Reaction, entry: Entry, at: datetime) -> bool:
    try:
        with transaction.atomic():
            reaction(entry, at)
    except Exception:
        log.exception("The reaction %s to %s (entry %s) failed", name_of(reaction), entry.code, entry.pk)
        return False
    return True


def retry(reactions: Reactions, at: datetime, most: int = 50) -> int:
    """Try again what failed and is due; says how many were tried. A line that is no longer in the table is let go."""
    due = Unfinished.objects.filter(next_at__lte=at).select_related("entry").order_by("next_at", "id")[:most]
    return sum(_retried(unfinished, reactions, at) for unfinished in due)


@transaction.atomic
def _retried(unfinished: Unfinished, reactions: Reactions, at: datetime) -> bool:
    mine = Unfinished.objects.filter(pk=unfinished.pk, tries=unfinished.tries)
    tries = unfinished.tries + 1
    if not mine.update(tries=tries, next_at=at + pause_after(tries)):
        return False  # another worker was quicker
    named = {name_of(reaction): reaction for reaction in reactions.get(unfinished.entry.code, ())}
    reaction = named.get(unfinished.reaction)
    if reaction is None or _ran(reaction, unfinished.entry, at):
        unfinished.delete()
    return True
