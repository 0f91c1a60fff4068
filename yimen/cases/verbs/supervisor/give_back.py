"""A supervisor gives a case back to its office, because its resident was unhappy with the answer."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import handle_term, save_terms
from yimen.cases.models import Case, Message, Opinion
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK, may_give_back
from yimen.cases.telling import say, tell
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def give_back_case(*, by: Acting, case: Case, reason: str, at: datetime) -> None:
    """Returned to be done again (退回重办): the office has the case anew, with a new date and the reason.

    What the resident said of the answer stays as it was: the next answer gets a rating of its own.
    """
    require(may(by, case, "give_back"))
    last = Opinion.objects.filter(case=case).select_related("rating").order_by("-id").first()
    rating = getattr(last, "rating", None)
    require(may_give_back(rating and rating.solved, rating and rating.satisfied, case.ended_at, at))
    reason = needed(reason, LONGEST_REMARK)
    town = the_town()
    terms = save_terms(case.ref, [handle_term(case, town=town, at=at)])
    move(case, "give_back", terms=terms, returned=True, at=at)
    say(case, reason, kind=Message.Kind.REASON, about="case.returned", by=by, at=at)
    tell(case, "case-returned", town=town, at=at, term=terms[0], reason=reason)
    record("case.returned", subject=case.ref, by=by.ref, at=at, office=case.office_id)
