"""Writing an enquiry: its row and its own limit; and taking back those that nobody needs any more."""

from datetime import datetime

from yimen.cases.clocks import ASSIST, new_term, save_terms
from yimen.cases.models import Case, Enquiry
from yimen.cases.together.rules import Asked, Whom
from yimen.deadlines.terms import end_terms, open_terms
from yimen.kernel.clock import day_of
from yimen.people.rules import Acting
from yimen.routing.town import Town


def new_enquiry(  # noqa: PLR0913 – an enquiry has these parts
    case: Case, *, by: Acting, whom: Whom, office_id: int, post_id: int | None, question: str, town: Town, at: datetime
) -> Enquiry:
    """The question is put. Its limit has a subject of its own, so the resident's date does not know of it.

    Where the procedure sets no limit, the case's own day stands: later an answer would help nobody.
    """
    code = town.catalogue.procedure(case.procedure_id).assist_limit
    term = new_term(ASSIST, code, day_of(at), town) if code else None
    due_on = term.due_on if term else case.due_on
    assert due_on is not None  # noqa: S101 – an open case has its day
    enquiry = Enquiry.objects.create(
        case=case,
        at=at,
        by=by.ref,
        from_office_id=case.office_id,
        whom=whom.value,
        to_office_id=office_id,
        to_post_id=post_id,
        question=question,
        due_on=due_on,
    )
    if term:
        save_terms(enquiry.ref, [term])
    return enquiry


def end_enquiry(enquiry: Enquiry, state: Asked, *, met: bool, at: datetime, answer: str = "") -> None:
    """It is answered, declined or recalled; its limit ends with it. Two hands: one winner."""
    Enquiry.objects.change(enquiry, state=state.value, answer=answer, ended_at=at)
    end_terms(open_terms(enquiry.ref), on=day_of(at), met=met)


def recall_open(case: Case, *, at: datetime, of_office: int | None = None) -> int:
    """The case has ended, or this office has it now: what is still open is recalled. Says how many."""
    waiting = Enquiry.objects.filter(case=case, state=Asked.ASKED.value)
    if of_office is not None:
        waiting = waiting.filter(to_office_id=of_office, to_post__isnull=True)
    found = list(waiting)
    for enquiry in found:
        end_enquiry(enquiry, Asked.RECALLED, met=False, at=at)
    return len(found)
