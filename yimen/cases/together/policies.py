"""Who may answer what an office was asked, and who may take the question back."""

from yimen.cases.models import Enquiry
from yimen.cases.policies import OTHER_OFFICE, OTHER_ROLE, WORKING_ROLES, may_know
from yimen.cases.together.rules import ADVISING, Asked, Whom, is_open
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Acting

NOT_ASKED = gettext_noop("This was not asked of your office.")
NOT_ASKED_OF_POST = gettext_noop("This was asked of another post.")


def may_answer_enquiry(by: Acting, enquiry: Enquiry) -> Verdict:
    """The office that was asked gives its part; an adviser answers from the post that was asked, and no other."""
    who = may_know(by, enquiry.case) and _was_asked(by, enquiry)
    return is_open(Asked(enquiry.state)) if who else who


def may_recall_enquiry(by: Acting, enquiry: Enquiry) -> Verdict:
    """Whoever handles the case today may take the question back, also one that an earlier office has put."""
    who = may_know(by, enquiry.case)
    if who and by.role not in WORKING_ROLES:
        who = Verdict(OTHER_ROLE)
    elif who and by.office_id != enquiry.case.office_id:
        who = Verdict(OTHER_OFFICE)
    return is_open(Asked(enquiry.state)) if who else who


def _was_asked(by: Acting, enquiry: Enquiry) -> Verdict:
    if enquiry.whom != Whom.CO_HANDLER:
        mine = by.role in ADVISING and by.post_id == enquiry.to_post_id
        return YES if mine else Verdict(NOT_ASKED_OF_POST)
    if by.role not in WORKING_ROLES:
        return Verdict(OTHER_ROLE)
    return YES if by.office_id == enquiry.to_office_id else Verdict(NOT_ASKED)
