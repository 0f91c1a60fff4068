"""Which colleagues a case still waits for, as its page shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from yimen.cases.together.policies import may_recall_enquiry
from yimen.deadlines.terms import last_terms
from yimen.deadlines.words import explain
from yimen.desk.opening import Opened
from yimen.people.rules import Acting


@dataclass(frozen=True)
class StillAsked:
    """One colleague who has not answered yet."""

    id: int
    whom: str
    due_on: date
    why: str
    may_recall: bool


def waiting_for(acting: Acting, opened: Opened) -> list[StillAsked]:
    """Those who were asked and have not answered, the nearest day first; one statement if there are any."""
    language = get_language() or ""
    waiting = sorted((a for a in opened.story.askings if a.is_open), key=lambda asking: asking.enquiry.due_on)
    terms = last_terms(asking.enquiry.ref for asking in waiting)
    for asking in waiting:
        asking.enquiry.case = opened.seen.case
    return [
        StillAsked(
            id=asking.enquiry.pk,
            whom=asking.whom(language),
            due_on=asking.enquiry.due_on,
            why=explain(terms[asking.enquiry.ref], language) if asking.enquiry.ref in terms else "",
            may_recall=bool(may_recall_enquiry(acting, asking.enquiry)),
        )
        for asking in waiting
    ]
