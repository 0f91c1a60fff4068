"""A resident rates an answer."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Opinion, Rating
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK, Satisfied, Solved
from yimen.journal.record import record
from yimen.kernel.text import plain
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Resident

MOST_VISITS = 99
ODD_VISITS = gettext_noop("Please give the number of visits as a number from 0 to 99.")


@dataclass(frozen=True)
class Judgement:
    """What the resident says of the answer; ``visits``: how often they had to come in person."""

    solved: Solved
    satisfied: Satisfied
    visits: int
    words: str = ""


@transaction.atomic
def rate_case(*, by: Resident, case: Case, rating: Judgement, at: datetime) -> None:
    """Solved? Satisfied? How often did you have to come? The resident's own answer closes the case."""
    require(may(by, case, "rate"))
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
    )


def keep_rating(case: Case, rating: Judgement, *, at: datetime) -> None:
    """The rating belongs to the last answer, and closes the case."""
    if not 0 <= rating.visits <= MOST_VISITS:
        raise Refused(ODD_VISITS)
    opinion = Opinion.objects.filter(case=case).latest("id")
    move(case, "rate", at=at)
    Rating.objects.create(
        opinion=opinion,
        at=at,
        solved=rating.solved.value,
        satisfied=rating.satisfied.value,
        visits=rating.visits,
        words=plain(rating.words, LONGEST_REMARK),
    )
