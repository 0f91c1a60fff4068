"""Somebody opened very many cases."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.people.rules import Clock
from yimen.privacy.models import ManyLooks


@transaction.atomic
def note_reading(*, by: Clock, found: Sequence[tuple[int, int, int]], hour: datetime, at: datetime) -> None:
    """Their supervisors see it from now on: post, office and number of cases, each once an hour."""
    ManyLooks.objects.bulk_create(
        [ManyLooks(hour=hour, post_id=post, office_id=office, cases=cases) for post, office, cases in found],
        ignore_conflicts=True,
    )
    record("privacy.many_looks", subject="privacy:reading", by=by.ref, at=at, posts=len(found))
