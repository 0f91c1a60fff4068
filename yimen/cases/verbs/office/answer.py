"""An office answers a case."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import remedies_after
from yimen.cases.reviews.giving import Answer, checked, give_opinion
from yimen.cases.reviews.rules import Stage
from yimen.cases.same.linked import answered_alike
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.cases.words import OUTCOMES, in_language
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town

__all__ = ["Answer", "answer_case"]


@transaction.atomic
def answer_case(
    *, by: Acting, case: Case, answer: Answer, also: Mapping[int, int] = MappingProxyType({}), at: datetime
) -> None:
    """The office says what it did or decided and why, and what the resident may do next (信访工作条例 art. 32, 35).

    ``also``: cases linked to it that get the same answer, by number, with the version that whoever answers saw. Each
    has its own dates, letters and entry; all are answered or none.
    """
    for each in (case, *answered_alike(case, also)):
        _answer(by=by, case=each, answer=answer, at=at)


def _answer(*, by: Acting, case: Case, answer: Answer, at: datetime) -> None:
    require(may(by, case, "answer"))
    town = the_town()
    answer = checked(case, answer, town)
    is_late = case.is_late(day_of(at))
    end_terms(open_terms(case.ref), on=day_of(at), met=True)
    move(case, "answer", at=at)
    recall_open(case, at=at)
    given = give_opinion(by, case, answer, town, at)
    outcome = partial(in_language, OUTCOMES[answer.outcome])
    remedies = partial(remedies_after, case, Stage.FIRST, town=town)
    tell(case, "case-answered", town=town, at=at, outcome=outcome, opinion=given.opinion, remedies=remedies)
    record(
        "case.answered",
        subject=case.ref,
        by=by.ref,
        at=at,
        office=case.office_id,
        outcome=answer.outcome.value,
        late=is_late,
    )
