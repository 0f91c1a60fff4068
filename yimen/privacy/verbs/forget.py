"""What is not needed any more is forgotten."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.forgetting import Rule
from yimen.people.rules import Clock


@transaction.atomic
def forget_old(*, by: Clock, rule: Rule, at: datetime) -> int:
    """One retention rule is carried out, and the journal proves it: how many rows are no more."""
    count = rule.forget(at)
    record("retention.carried_out", subject=f"retention:{rule.code}", by=by.ref, at=at, count=count)
    return count
