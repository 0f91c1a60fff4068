"""A calendar has changed: the open terms are counted again, a few at a time, each case in a transaction of its own.

How far it has come is kept in a row, so a worker that dies goes on from there, and one that comes to the same terms
again moves nothing twice. While it runs, nobody waits longer than for one case.
"""

import secrets
from collections.abc import Callable
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from django.db import OperationalError, transaction
from django.db.models import F

from yimen.deadlines.models import Recount, Term
from yimen.deadlines.rules import Reckoning
from yimen.deadlines.terms import OPEN, Editions, outcome, recounted
from yimen.kernel.busy import is_busy
from yimen.kernel.models import editions as read_editions
from yimen.kernel.verdict import Refused

BATCH = 200
TRIES = 3  # a term that people keep changing is counted anew by their own changes


class Moved(NamedTuple):
    """One term whose last day has changed (or is no longer, or newly, provisional: then both days are the same)."""

    subject: str
    old_due: date
    new_due: date
    term: Term


Tell = Callable[[list[Moved]], None]


def begin_recount(at: datetime) -> None:
    """All open terms are to be counted again, from the first one, even if a count has not come to its end yet."""
    fresh = {"after": 0, "counted": 0, "began_at": at, "mark": secrets.randbits(62)}
    Recount.objects.update_or_create(pk=1, defaults=fresh)


def count_on(tell: Tell) -> bool:
    """Count the next terms; ``tell`` the caller, case by case, which ones have moved. False when nothing is left.

    What ``tell`` writes and the new day of the term are one transaction.
    """
    run = Recount.objects.first()
    if run is None:
        return False
    editions = read_editions()
    batch = list(Term.objects.filter(pk__gt=run.after, ended_on__isnull=True).order_by("pk")[:BATCH])
    for _, terms in groupby(batch, key=lambda term: term.subject):
        _move([term for term in terms if differs(term, recounted(term, editions))], editions, tell)
    mine = Recount.objects.filter(pk=run.pk, mark=run.mark, after=run.after)  # unless it began anew meanwhile
    if len(batch) < BATCH:
        mine.delete()
    else:
        mine.update(after=batch[-1].pk, counted=F("counted") + len(batch))
    return True


def differs(term: Term, found: Reckoning) -> bool:
    """Would this count change anything about the term?"""
    return (found.due_on, found.is_provisional, list(found.steps)) != (term.due_on, term.is_provisional, term.steps)


def _move(terms: list[Term], editions: Editions, tell: Tell) -> None:
    """The terms of one case get their new days, and it is told, together; a deadlock is tried again."""
    for left in reversed(range(TRIES if terms else 0)):
        try:
            with transaction.atomic():
                if moved := [m for term in terms if (m := _recount(term, editions))]:
                    tell(moved)
        except OperationalError as error:
            if not (left and is_busy(error)):
                raise
            for term in terms:
                term.refresh_from_db()
        else:
            return


def _recount(term: Term, editions: Editions) -> Moved | None:
    """Count one term again, and write it if anything about it is different."""
    for _ in range(TRIES):
        if term.state not in OPEN or not differs(term, found := recounted(term, editions)):
            return None
        old_due, was_provisional = term.due_on, term.is_provisional
        try:
            Term.objects.change(term, **outcome(found))
        except Refused:
            term.refresh_from_db()
            continue
        if (old_due, was_provisional) == (term.due_on, term.is_provisional):
            return None  # only the words of the explanation are others
        return Moved(term.subject, old_due, term.due_on, term)
    return None
