"""A resident asks for a review."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from yimen.cases.clocks import save_terms
from yimen.cases.models import Case, Message, Review
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.reviews.asking import last_opinion, may_ask_review_now, next_review, review_term
from yimen.cases.reviews.eyes import hands_of, set_hands_aside
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.journal.record import record
from yimen.kernel.languages import name_in
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Resident
from yimen.routing.town import the_town


@transaction.atomic
def ask_for_review(*, by: Resident, case: Case, why: str, at: datetime) -> None:
    """The next higher office looks at the answer, within a limit of its own (信访工作条例 art. 35, 36).

    The office that answered sees what becomes of it, and no more.
    """
    require(may(by, case, "ask_review"))
    town = the_town()
    opinion = last_opinion(case)
    require(may_ask_review_now(case, opinion, town, at))
    following = next_review(case, opinion, town)
    assert following is not None  # noqa: S101 – the verdict above has just said so
    assert following.office is not None  # noqa: S101
    assert opinion is not None  # noqa: S101
    why = needed(why, LONGEST_REMARK)
    above, answered_by, stage = following.office, opinion.office_id, following.stage.value
    terms = save_terms(case.ref, [review_term(case, following.stage, town, at)])
    Review.objects.create(case=case, at=at, stage=stage, from_office_id=answered_by, office_id=above.id)
    route = [{"k": "review", "office": above.id}]
    hands = hands_of(case)
    aside = bool(hands) or case.has_recusals
    begun: dict[str, Any] = {"stage": stage, "office_id": above.id, "route": route, "has_recusals": aside}
    move(case, "ask_review", terms=terms, at=at, main_id=None, **begun)
    set_hands_aside(case, hands, by=by, at=at)
    say(case, why, kind=Message.Kind.REASON, about="case.review_asked", by=by, at=at)
    from_office = partial(name_in, town.offices.by_id[answered_by].names)
    tell(case, "case-review-asked", town=town, at=at, term=terms[0], from_office=from_office)
    record(
        "case.review_asked", subject=case.ref, by=by.ref, at=at, office=above.id, from_office=answered_by, stage=stage
    )
