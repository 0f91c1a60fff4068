"""An office words a text anew."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.knowledge.drafts import Draft, plain_words
from yimen.knowledge.models import Text, Version
from yimen.knowledge.policies import may_keep
from yimen.knowledge.rules import Stage, Use, may_move
from yimen.people.rules import Actor


@transaction.atomic
def change_text(*, by: Actor, text: Text, draft: Draft, at: datetime) -> None:
    """A new version; the one that is in use stays in use until the new one is published."""
    require(may_keep(by, text.office_id, text.office.path))
    require(may_move(Stage(text.stage), "change"))
    words = plain_words(draft, Use(text.use), day_of(at))
    number = text.latest + 1
    Text.objects.change(text, latest=number, category=draft.category, review_on=draft.review_on)
    Version.objects.create(text=text, number=number, at=at, by=by.ref, words=words)
    record("text.changed", subject=text.ref, by=by.ref, at=at, version=number)
