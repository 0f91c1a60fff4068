"""Writing and reading the journal."""

import re
from collections.abc import Iterable
from datetime import datetime

from yimen.journal.models import Entry
from yimen.journal.presence import require_presence

#: A fact is a code, a reference, a number or a date: no blank fits in, so no sentence and no name does.
_CODE = re.compile(r"[A-Za-z0-9_.:/+\-]{0,64}")
Fact = str | int | bool | None


def entry(code: str, *, subject: str, by: str, at: datetime, **facts: Fact) -> Entry:
    """One journal entry, not yet written (for verbs that write many at once)."""
    for name, fact in facts.items():
        if isinstance(fact, str) and not _CODE.fullmatch(fact):
            msg = f"{code}: the fact {name!r} is not a code; the journal takes no free text"
            raise ValueError(msg)
    return Entry(code=code, subject=subject, by=by, at=at, facts=facts)


def record(code: str, *, subject: str, by: str, at: datetime, **facts: Fact) -> Entry:
    """Write down that this happened: every verb does it exactly once. Raises if whoever does it has just left."""
    require_presence()
    made = entry(code, subject=subject, by=by, at=at, **facts)
    made.save(force_insert=True)
    return made


def record_many(entries: Iterable[Entry]) -> None:
    """Write entries made by :func:`entry`, in batches."""
    require_presence()
    Entry.objects.bulk_create(entries, batch_size=500)


def history(subject: str) -> list[Entry]:
    """All that happened to this subject, oldest first."""
    return list(Entry.objects.filter(subject=subject).order_by("id"))


def entries_after(number: int, *, codes: Iterable[str], most: int) -> list[Entry]:
    """The next settled entries with one of these codes, for readers that count again what they derived."""
    return list(Entry.objects.filter(pk__gt=number, code__in=list(codes), settled=True).order_by("id")[:most])


def unsettled(most: int = 200) -> list[Entry]:
    """What the worker has still to react to, oldest first."""
    return list(Entry.objects.filter(settled=False).order_by("id")[:most])


def settle(entries: Iterable[Entry]) -> None:
    """These entries' reactions are done."""
    Entry.objects.filter(pk__in=[e.pk for e in entries]).update(settled=True)
