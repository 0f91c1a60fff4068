"""A calendar has changed: the open terms are counted again."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.db import transaction

from yimen.deadlines.models import Term
from yimen.deadlines.terms import OPEN, Editions, outcome, recounted
from yimen.kernel.verdict import Refused

BATCH = 500
TRIES = 3  # a term that people keep changing is counted anew by their own changes


class Moved(NamedTuple):
    """One term whose last day has changed (or is no longer, or newly, provisional: then both days are the same)."""

    subject: str
    old_due: date
    new_due: date
    term: Term


def recompute_open_terms(editions: Editions, tell: Callable[[list[Moved]], None]) -> int:
    """Count every open term again; ``tell`` the caller, batch by batch, which ones have moved. How many have.

    Each batch is one transaction together with what ``tell`` writes, so a worker that dies half-way has either moved a
    date and told so, or neither; running it again moves nothing twice.
    """
    after, total = 0, 0
    while True:
        with transaction.atomic():
            batch = list(Term.objects.filter(pk__gt=after, ended_on__isnull=True).order_by("pk")[:BATCH])
            if not batch:
                return total
            moved = [m for term in batch if (m := _recount(term, editions))]
            if moved:
                tell(moved)
        total += len(moved)
        after = batch[-1].pk


def _recount(term: Term, editions: Editions) -> Moved | None:
    """Count one term again, and write it if anything about it is different."""
    for _ in range(TRIES):
        found = recounted(term, editions)
        if (found.due_on, found.is_provisional, list(found.steps)) == (term.due_on, term.is_provisional, term.steps):
            return None
        old_due, was_provisional = term.due_on, term.is_provisional
        try:
            Term.objects.change(term, **outcome(found))
        except Refused:
            term.refresh_from_db()
            if term.state not in OPEN:
                return None
            continue
        if (old_due, was_provisional) == (term.due_on, term.is_provisional):
            return None  # only the words of the explanation are others
        return Moved(term.subject, old_due, term.due_on, term)
    return None
