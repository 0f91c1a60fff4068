"""The limits that run for a case, and at which stage of its life."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import F, Q

from yimen.cases.models import Case
from yimen.deadlines.terms import Term, first_due, new_terms, write_terms
from yimen.kernel.clock import day_of
from yimen.people.queries import PETITIONS, OfficeFacts
from yimen.routing.queries import CategoryFacts, ProcedureFacts
from yimen.routing.town import Town

NOTICE, HANDLE, OBJECT, ASSIST = "notice", "handle", "object", "assist"


def new_term(stage: str, code: str, from_on: date, town: Town) -> Term:
    """One limit that would run from this day, not yet written."""
    (term,) = new_terms("", [(code, from_on)], editions=town.editions)
    term.stage = stage
    return term


def notice_limit(procedure: ProcedureFacts, office: OfficeFacts) -> str:
    """How long an office has to say what becomes of a case; an office of petitions passes on (信访工作条例 art. 22)."""
    return (procedure.forward_limit if office.function == PETITIONS else "") or procedure.notice_limit


def first_terms(
    procedure: ProcedureFacts, category: CategoryFacts | None, office: OfficeFacts, *, town: Town, at: datetime
) -> list[Term]:
    """The limits that run from the day a case is received by this office."""
    stages = {NOTICE: notice_limit(procedure, office)}
    if procedure.handle_from == "received":
        stages[HANDLE] = handle_limit(procedure, category)
    return [new_term(stage, code, day_of(at), town) for stage, code in stages.items() if code]


def of_the_resident(terms: Iterable[Term]) -> list[Term]:
    """Those that bind an office towards the resident; how long offices may argue with each other is not one of them."""
    return [term for term in terms if term.stage != OBJECT]


def next_term(terms: Iterable[Term]) -> Term:
    """The one that ends first: the day the resident is told."""
    own = of_the_resident(terms)
    due_on = first_due(own).due_on
    return next(term for term in own if term.due_on == due_on)


def late_ones(today: date) -> Q:
    """Open cases whose last day is over. While the clock stands still, only those that were late when it stopped."""
    return Q(due_on__lt=today) & (Q(stands_from_on__isnull=True) | Q(due_on__lt=F("stands_from_on")))


def due_between(first: date, last: date) -> Q:
    """Open cases whose last day is one of these, and whose clock runs: the office must act by then."""
    return Q(due_on__range=(first, last), stands_from_on__isnull=True)


def handle_term(case: Case, *, town: Town, at: datetime) -> Term:
    """The limit for answering, from this day, not yet written."""
    procedure = town.catalogue.procedure(case.procedure_id)
    code = handle_limit(procedure, town.catalogue.by_id.get(case.category_id or 0))
    return new_term(HANDLE, code, day_of(at), town)


def save_terms(subject: str, terms: list[Term]) -> list[Term]:
    """Write them for this subject; one statement."""
    return save_many([(subject, term) for term in terms])


def save_many(pairs: Iterable[tuple[str, Term]]) -> list[Term]:
    """Write the terms of many subjects at once."""
    terms = []
    for subject, term in pairs:
        term.subject = subject
        terms.append(term)
    return write_terms(terms)


def handle_limit(procedure: ProcedureFacts, category: CategoryFacts | None) -> str:
    """A category may have a limit of its own; else its procedure's."""
    return (category.handle_limit if category else "") or procedure.handle_limit
