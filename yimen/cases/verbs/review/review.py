"""An office gives its opinion on another one's answer."""

from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import remedies_after
from yimen.cases.reviews.giving import Answer, checked, give_opinion, may_go_on
from yimen.cases.reviews.rules import Finding, Stage
from yimen.cases.reviews.words import FINDINGS
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.cases.words import OUTCOMES, in_language
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def review_case(*, by: Acting, case: Case, upholds: bool, answer: Answer, at: datetime) -> None:
    """The answer stands, or is changed, with a full opinion; after the last stage for good (信访工作条例 35, 36)."""
    require(may(by, case, "review"))
    require(may_go_on(case))
    town = the_town()
    answer = checked(case, answer, town, needs_parts=True)
    finding, stage = Finding.UPHELD if upholds else Finding.CHANGED, case.stage
    is_late = case.is_late(day_of(at))
    end_terms(open_terms(case.ref), on=day_of(at), met=True)
    move(case, "review", at=at)
    recall_open(case, at=at)
    given = give_opinion(by, case, answer, town, at, finding=finding)
    tell(
        case,
        "case-reviewed",
        town=town,
        at=at,
        finding=partial(in_language, FINDINGS[finding]),
        outcome=partial(in_language, OUTCOMES[answer.outcome]),
        opinion=given.opinion,
        remedies=partial(remedies_after, case, Stage(stage), town=town),
    )
    record(
        "case.reviewed",
        subject=case.ref,
        by=by.ref,
        at=at,
        office=case.office_id,
        stage=stage,
        finding=finding.value,
        outcome=answer.outcome.value,
        late=is_late,
    )
