"""What a resident says of an answer on the telephone is written down as their own rating."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.policies import OTHER_ROLE, may_know
from yimen.cases.rules import State, may_move
from yimen.cases.verbs.resident.rate import Judgement, keep_rating
from yimen.journal.record import record
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting, Role


@transaction.atomic
def rate_told_case(*, by: Acting, case: Case, rating: Judgement, at: datetime) -> None:
    """The clerk who called writes down what the resident said, after reading it back to them; it closes the case.

    It counts as the resident's own answer, and the story says that it was told by telephone and to which office.
    """
    require(may_know(by, case))
    if by.role is not Role.CLERK:
        raise Refused(OTHER_ROLE)
    require(may_move(State(case.state), "rate"))
    keep_rating(case, rating, at=at)
    record(
        "case.rated",
        subject=case.ref,
        by=by.ref,
        at=at,
        office=case.office_id,
        stage=case.stage,
        solved=rating.solved.value,
        satisfied=rating.satisfied.value,
        visits=rating.visits,
        told=True,
    )
