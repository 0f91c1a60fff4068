"""The head of the committee names a mediator."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.committees.naming import candidates_for
from yimen.mediation.moving import move
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import HeadIn

NOT_OFFERED = gettext_noop("Please choose somebody of the list who has not been refused.")


@transaction.atomic
def name_mediator(*, by: HeadIn, post_id: int, at: datetime) -> None:
    """A person decides, with the reasons beside each name; whoever is named may still say no."""
    require(may(by, "name_mediator"))
    chosen = next((one for one in candidates_for(by, at) if one.post_id == post_id and not one.refused), None)
    if chosen is None:
        raise Refused(NOT_OFFERED)
    move(by.mediation, "name_mediator", mediator_id=chosen.staff_id, mediator_post_id=chosen.post_id)
    record("mediation.mediator_named", subject=by.mediation.ref, by=by.ref, at=at, post=post_id)
