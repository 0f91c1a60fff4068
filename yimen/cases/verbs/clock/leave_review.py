"""Everybody in the town who could review a case stands aside."""

from datetime import datetime
from typing import Any

from django.db import transaction

from yimen.cases.models import Case, Review
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.eyes import let_hands_back
from yimen.cases.reviews.left import next_above, nobody_is_left, stop_hearing
from yimen.cases.reviews.rules import SOMEBODY_IS_LEFT, Stage, stage_before
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Clock
from yimen.routing.town import the_town


@transaction.atomic
def leave_review(*, by: Clock, case: Case, at: datetime) -> None:
    """The review ends without a word on the answer before it, and cannot be asked for again here. The resident is told
    that the next higher government reviews it, and that nothing is lost by that.
    """
    require(may(by, case, "leave_review"))
    town, here = the_town(), case.office_id
    if not nobody_is_left(case, day_of(at)) or next_above(case, town, day_of(at)) is not None:
        raise Refused(SOMEBODY_IS_LEFT)
    held, _ = stop_hearing(case, town, at)
    end_terms(open_terms(case.ref), on=day_of(at), met=False)
    Review.objects.filter(pk=held.pk).update(left_on=day_of(at))
    back_to, before = held.from_office_id, stage_before(Stage(case.stage))
    if before is Stage.FIRST:
        let_hands_back(case)
    fields: dict[str, Any] = {
        "stage": before.value,
        "office_id": back_to,
        "route": [{"k": "by_hand", "office": back_to}],
    }
    move(case, "leave_review", at=at, has_recusals=True, **fields)
    recall_open(case, at=at)
    tell(case, "case-review-left", town=town, at=at)
    record("case.review_left", subject=case.ref, by=by.ref, at=at, office=back_to, from_office=here)
