"""Keeping the index in step: written by the worker from the journal, never by what happens at the desk."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.rules import Kept
from yimen.journal.record import Entry
from yimen.routing.town import Town, the_town
from yimen.search.documents import EDITION, document_of, parts_of
from yimen.search.engine import is_sound, remake
from yimen.search.models import Document, upsert
from yimen.search.policies import is_searchable

log = logging.getLogger(__name__)

BATCH = 200
AT_NIGHT = 20_000  # documents


def index_case(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – a reaction's own signature
    """Something happened to a case: the index says of it what stands there now. However often, it is the same."""
    index_cases([int(entry.subject.removeprefix("case:"))])


@transaction.atomic
def index_cases(pks: Sequence[int], *, town: Town | None = None, anew: bool = False) -> int:
    """Make the documents of these cases as they should be; says how many had to be written or removed."""
    there, made, gone = _compared(pks, town or the_town())
    changed = [doc for doc in made if anew or not _says_the_same(there.get(doc.pk), doc)]
    if changed:
        upsert(changed)
    older = {pk for pk, doc in there.items() if doc.edition != EDITION} - {doc.pk for doc in made} - gone
    if older:
        Document.objects.filter(pk__in=older).update(edition=EDITION)  # as good as they can be
    removed = Document.objects.filter(pk__in=gone).delete()[0] if gone else 0
    return len(changed) + removed


def _compared(pks: Sequence[int], town: Town) -> tuple[dict[int, Document], list[Document], set[int]]:
    """The documents that are there, those that should be, and the cases that should have none.

    A case that no longer knows whom it is of stays as it is: its name could not be taken out of its words any more.
    """
    there = {doc.pk: doc for doc in Document.objects.filter(pk__in=pks).defer("tokens")}
    rows = Case.objects.filter(pk__in=pks).defer("digest", "receipt_hash", "email", "phone", "route")
    cases = [case for case in rows if is_searchable(case)]
    fresh = [case for case in cases if case.kept == Kept.WHOLE or case.pk not in there]
    parts = parts_of(fresh) if fresh else {}
    return there, [document_of(case, parts[case.pk], town) for case in fresh], set(pks) - {case.pk for case in cases}


def _says_the_same(old: Document | None, new: Document) -> bool:
    told = (new.stamp, new.edition, new.looked_after_at)
    return old is not None and (bytes(old.stamp), old.edition, old.looked_after_at) == told


def complete(at: datetime) -> None:  # noqa: ARG001 – a line of the schedule is given the time
    """What is missing in the index is made at night, as much as takes a minute: nobody should have to look after it."""
    if rebuild(most=AT_NIGHT) >= AT_NIGHT:
        log.warning("The search index is not complete. The rest is made at once by: yimen search rebuild")


def rebuild(*, anew: bool = False, most: int = 2**62, seen: Callable[[int], None] = lambda _: None) -> int:
    """Go through all cases, newest first, and make what is missing, or everything ``anew``; says how much was written.

    Each batch is a transaction of its own: it may be stopped and started again, while the town works and searches.
    Whatever the database made of the tokens before counts for nothing either, if all is made anew.
    """
    if anew and not is_sound():
        remake()
    total, town, last = 0, the_town(), None
    while (pks := _next(last)) and total < most:
        ours = Document.objects.filter(pk__gte=pks[-1], **({"pk__lt": last} if last else {}))
        there = set() if anew else set(ours.filter(edition=EDITION).values_list("pk", flat=True))
        total += index_cases([pk for pk in pks if pk not in there], town=town, anew=anew)
        total += ours.exclude(pk__in=pks).delete()[0]
        last = pks[-1]
        seen(len(pks))
    if total < most:
        Document.objects.filter(pk__lt=last or 0).delete()
    return total


def _next(last: int | None) -> list[int]:
    rows = Case.objects.exclude(kept=Kept.BARE)
    if last is not None:
        rows = rows.filter(pk__lt=last)
    return list(rows.order_by("-pk").values_list("pk", flat=True)[:BATCH])


class Differing(NamedTuple):
    """How many cases have no document by today's rules yet, and how many one that is not as it should be."""

    missing: int  # what :func:`rebuild` makes
    wrong: int  # what only making all anew mends


def differing(*, seen: Callable[[int], None] = lambda _: None) -> Differing:
    """Compare the index with all cases; writes nothing."""
    missing, wrong, town, last = 0, 0, the_town(), None
    while pks := _next(last):
        there, made, gone = _compared(pks, town)
        others = [there.get(doc.pk) for doc in made if not _says_the_same(there.get(doc.pk), doc)]
        late = sum(doc is None or doc.edition != EDITION for doc in others)
        missing, wrong = missing + late, wrong + len(others) - late + len(gone & there.keys())
        last = pks[-1]
        seen(len(pks))
    return Differing(missing, wrong)


def cases_to_index() -> int:
    """How many there are, for a bar that fills."""
    return Case.objects.exclude(kept=Kept.BARE).count()


def forget_faded(at: datetime) -> int:
    """Documents of cases whose words have been forgotten go too; says how many are no more.

    Each knows when a part of its case is next forgotten; only then is the case looked at, however many there are.
    """
    total, last = 0, 0
    due = Document.objects.filter(looked_after_at__lte=at).order_by("pk").values_list("pk", flat=True)
    while pks := list(due.filter(pk__gt=last)[:BATCH]):
        cases = {case.pk: case for case in Case.objects.filter(pk__in=pks).only("kept", "kind", "state", "fades_at")}
        for case in cases.values():
            Document.objects.filter(pk=case.pk).update(looked_after_at=case.fades_at)
        total += Document.objects.filter(pk__in=[pk for pk in pks if not _stays(cases.get(pk))]).delete()[0]
        last = pks[-1]
    return total


def _stays(case: Case | None) -> bool:
    return case is not None and is_searchable(case)
