"""A text is no longer true, or no longer needed."""

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
def retire_text(*, by: Actor, text: Text, at: datetime) -> None:
    """Nobody is offered it any more. Its versions stay, so that one can see what was said when."""
    require(may_publish(by, Use(text.use), text.office_id, text.office.path))
    require(may_move(Stage(text.stage), "retire"))
    Text.objects.change(text, stage=Stage.RETIRED, published=None)
    new_edition("knowledge")
    record("text.retired", subject=text.ref, by=by.ref, at=at)
