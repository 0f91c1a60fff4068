"""A text comes into use."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import require
from yimen.knowledge.models import Text
from yimen.knowledge.policies import may_publish
from yimen.knowledge.rules import Stage, Use, may_move
from yimen.people.rules import Actor


@transaction.atomic
def publish_text(*, by: Actor, text: Text, at: datetime) -> None:
    """From now on its newest version is offered to the office and those below it, or read by everybody."""
    require(may_publish(by, Use(text.use), text.office_id, text.office.path))
    require(may_move(Stage(text.stage), "publish"))
    Text.objects.change(text, stage=Stage.PUBLISHED, published=text.latest)
    new_edition("knowledge")
    record("text.published", subject=text.ref, by=by.ref, at=at, version=text.latest)
