"""An office asks another one for its part of a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Enquiry
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.submission import UNKNOWN_OFFICE
from yimen.cases.together.asking import new_enquiry
from yimen.cases.together.rules import Asked, Whom
from yimen.cases.verbs.office.hand_over import ABOUT_THEM, SAME_OFFICE
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Acting
from yimen.routing.town import Town, the_town

ASKED_ALREADY = gettext_noop("This office has been asked already, and its part is still open.")


@transaction.atomic
def ask_office(*, by: Acting, case: Case, office: str, question: str, at: datetime) -> Enquiry:
    """The principal office keeps the case, its clock and the answer; the other one gives its part (主办、协办).

    That is no passing down of work, so a higher office may ask a lower one for what only it knows.
    """
    require(may(by, case, "ask_office"))
    town = the_town()
    there = _co_handler(case, office, town)
    question = needed(question, LONGEST_REMARK)
    move(case, "ask_office", at=at)
    made = new_enquiry(
        case, by=by, whom=Whom.CO_HANDLER, office_id=there.id, post_id=None, question=question, town=town, at=at
    )
    record("case.part_asked", subject=case.ref, by=by.ref, at=at, office=case.office_id, enquiry=made.pk)
    return made


def _co_handler(case: Case, office: str, town: Town) -> OfficeFacts:
    there = town.offices.by_code.get(office)
    if there is None or not there.is_open:
        raise Refused(UNKNOWN_OFFICE)
    if there.id == case.office_id:
        raise Refused(SAME_OFFICE)
    if case.accused_office_id and town.offices.answers_to(there.id, case.accused_office_id):
        raise Refused(ABOUT_THEM)
    open_here = Enquiry.objects.filter(case=case, to_office_id=there.id, to_post=None, state=Asked.ASKED.value)
    if open_here.exists():
        raise Refused(ASKED_ALREADY)
    return there
