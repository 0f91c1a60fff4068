"""Everybody in the office that reviews stands aside."""

from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.models import Case, Review
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.left import next_above, nobody_is_left, stop_hearing
from yimen.cases.reviews.rules import NOBODY_LEFT, SOMEBODY_IS_LEFT
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Clock
from yimen.routing.town import the_town


@transaction.atomic
def pass_up_review(*, by: Clock, case: Case, at: datetime) -> None:
    """The next office above, in which somebody is left, has the review now; its date stays. The resident reads why."""
    require(may(by, case, "pass_up"))
    town, here = the_town(), case.office_id
    if not nobody_is_left(case, day_of(at)):
        raise Refused(SOMEBODY_IS_LEFT)
    there = next_above(case, town, day_of(at))
    if there is None:
        raise Refused(NOBODY_LEFT)
    held, terms = stop_hearing(case, town, at)
    Review.objects.filter(pk=held.pk).update(office_id=there.id)
    route = [{"k": "review", "office": there.id}]
    move(case, "pass_up", terms=terms, at=at, office_id=there.id, route=route)
    recall_open(case, at=at, of_office=there.id)
    from_office = partial(name_in, town.offices.by_id[here].names)
    tell(case, "case-passed-up", town=town, at=at, term=terms[0] if terms else None, from_office=from_office)
    record("case.passed_up", subject=case.ref, by=by.ref, at=at, office=there.id, from_office=here)
