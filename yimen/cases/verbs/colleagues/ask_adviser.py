"""An office asks somebody who opens no cases for their advice."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Enquiry
from yimen.cases.moving import move
from yimen.cases.policies import may, may_know
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.together.advisers import advisers_for
from yimen.cases.together.asking import new_enquiry
from yimen.cases.together.rules import ADVISING, Asked
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.queries import posts_of
from yimen.people.rules import Acting
from yimen.people.seats import Seat
from yimen.routing.town import Town, the_town

UNKNOWN_ADVISER = gettext_noop("This post is vacant, or does not serve the place of the case. Please choose another.")
KEEPS_OUT = gettext_noop("Whoever holds this post must keep out of this case, so they can't be asked.")
ASKED_ALREADY = gettext_noop("This post has been asked already, and the question is still open.")


@transaction.atomic
def ask_adviser(*, by: Acting, case: Case, post_id: int, question: str, at: datetime) -> Enquiry:
    """An area lead, an area adviser or a legal adviser reads this question, and nothing else of the case."""
    require(may(by, case, "ask_adviser"))
    town = the_town()
    seat = _adviser(case, post_id, town, at)
    question = needed(question, LONGEST_REMARK)
    move(case, "ask_adviser", at=at)
    whom, office_id = ADVISING[seat.role], seat.office_id
    made = new_enquiry(
        case, by=by, whom=whom, office_id=office_id, post_id=post_id, question=question, town=town, at=at
    )
    record("case.advice_asked", subject=case.ref, by=by.ref, at=at, office=case.office_id, enquiry=made.pk)
    return made


def _adviser(case: Case, post_id: int, town: Town, at: datetime) -> Seat:
    seat = next((each for each in advisers_for(case, town, at) if each.post_id == post_id), None)
    if seat is None:
        raise Refused(UNKNOWN_ADVISER)
    posts = posts_of(seat.staff_id, day_of(at))
    if not all(may_know(post, case) for post in posts):
        raise Refused(KEEPS_OUT)
    if Enquiry.objects.filter(case=case, to_post_id=post_id, state=Asked.ASKED.value).exists():
        raise Refused(ASKED_ALREADY)
    return seat
