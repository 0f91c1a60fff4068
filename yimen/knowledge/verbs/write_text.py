"""An office writes a template, or an answer for everybody."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.knowledge.drafts import Draft, plain_words
from yimen.knowledge.models import Text, Version
from yimen.knowledge.policies import may_keep
from yimen.knowledge.rules import Use
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Actor

__all__ = ["Draft", "write_text"]


@transaction.atomic
def write_text(*, by: Actor, use: Use, office: OfficeFacts, draft: Draft, at: datetime) -> int:
    """A draft of this office's: nobody else reads it, and no answer is made from it, until it is published."""
    require(may_keep(by, office.id, office.path))
    words = plain_words(draft, use, day_of(at))
    text = Text.objects.create(use=use, office_id=office.id, category=draft.category, review_on=draft.review_on)
    Version.objects.create(text=text, number=1, at=at, by=by.ref, words=words)
    record("text.written", subject=text.ref, by=by.ref, at=at, use=use.value, office=office.id)
    return int(text.pk)
