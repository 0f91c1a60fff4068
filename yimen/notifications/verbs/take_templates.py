"""A town takes the words of its letters from a pack."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking import Changes, take_rows
from yimen.notifications.models import Template
from yimen.people.rules import Operator


@dataclass(frozen=True)
class OfferedTemplate:
    """The words of one letter in one language, with $places in the body."""

    code: str
    language: str
    title: str
    body: str


@transaction.atomic
def take_templates(*, by: Operator, pack: str, templates: Iterable[OfferedTemplate], at: datetime) -> Changes:
    """From now on letters use the pack's words; letters already written keep theirs. Writes only what differs."""
    wanted = {f"{words.code} {words.language}": asdict(words) for words in templates}
    changes = take_rows(Template, wanted, keys=("code", "language"))
    if changes:
        new_edition("routing")  # which letters are kept in memory by
        counts = {"added": len(changes.added), "changed": len(changes.changed)}
        record("pack.templates_taken", subject=f"pack:{pack}", by=by.ref, at=at, **counts)
    return changes
