"""Reading enquiries: those of a case for whoever may see it, and those that wait for an office or a post."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from yimen.cases.models import Case, Enquiry
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.queries import open_to
from yimen.cases.together.rules import ADVISING, Asked, Whom
from yimen.people.rules import Acting

PAGE = 20
OF_CASE = {"case": "case_id", "accused": "case__accused_office_id"}  # where an enquiry has them


@dataclass(frozen=True)
class Waiting:
    """Twenty enquiries, and the key of the next page, empty on the last."""

    enquiries: list[Enquiry]
    next: str


def asked_of(acting: Acting, after: str = "") -> Waiting:
    """What waits for this office (or, for an adviser, for this post), by its day; one statement."""
    rows = waiting_for(acting).select_related("case").defer("question", "case__words")
    day, _, number = after.partition(".")
    try:
        due_on, pk = date.fromisoformat(day), int(number)
    except ValueError:  # a key that makes no sense starts anew
        pass
    else:
        rows = rows.filter(Q(due_on__gt=due_on) | Q(due_on=due_on, pk__gt=pk))
    found = list(rows.order_by("due_on", "id")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Waiting(found[:PAGE], f"{last.due_on}.{last.pk}" if last else "")


def enquiry_of_post(acting: Acting, pk: int) -> Enquiry | None:
    """What this adviser was asked, open or not. Of the case only its category, place and day go along."""
    if acting.role not in ADVISING:
        return None
    asked = Enquiry.objects.filter(open_to(acting, **OF_CASE), pk=pk, to_post_id=acting.post_id)
    found: Enquiry | None = asked.select_related("case").defer("case__words").first()
    return found


def part_of_office(acting: Acting, case: Case) -> Enquiry | None:
    """The part that this office was asked for last; whoever asks has opened the case."""
    asked = Enquiry.objects.filter(case=case, to_office_id=acting.office_id, whom=Whom.CO_HANDLER.value)
    found: Enquiry | None = asked.order_by("-id").first()
    if found:
        found.case = case
    return found


def enquiry_of_case(case: Case, pk: int) -> Enquiry | None:
    """This enquiry, if it is about this case."""
    found: Enquiry | None = Enquiry.objects.filter(case=case, pk=pk).first()
    if found:
        found.case = case
    return found


def open_enquiry(case: Case) -> Enquiry | None:
    """What this case still waits for (for the invented town, whose colleagues answer by themselves)."""
    found: Enquiry | None = Enquiry.objects.filter(case=case, state=Asked.ASKED.value).order_by("id").first()
    return found


def waiting_for(acting: Acting) -> QuerySet[Enquiry]:
    """What waits for this office (or, for an adviser, for this post), to be counted or turned over page by page."""
    waiting: QuerySet[Enquiry] = Enquiry.objects.filter(open_to(acting, **OF_CASE), state=Asked.ASKED.value)
    if acting.role in ADVISING:
        return waiting.filter(to_post_id=acting.post_id)
    if acting.role in LOOKING_ROLES:
        return waiting.filter(to_office_id=acting.office_id, to_post__isnull=True)
    return waiting.none()


def move_enquiry(ref: str, due_on: date) -> None:
    """Its last day as the calendar has it now: derived, so no verb. Whoever is asked sees it in their list."""
    Enquiry.objects.filter(pk=int(ref.removeprefix("enquiry:")), state=Asked.ASKED.value).update(due_on=due_on)
