"""A clerk finds the right category for a case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import first_terms, save_terms
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.submission import OTHER_DOOR, UNKNOWN_CATEGORY
from yimen.cases.telling import tell
from yimen.deadlines.terms import Term, end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting
from yimen.routing.decide import decide
from yimen.routing.queries import CategoryFacts
from yimen.routing.town import Town, the_town


@transaction.atomic
def sort_case(*, by: Acting, case: Case, category: str, at: datetime) -> None:
    """The case gets its category, and with it the office whose remit that is and the limits that hold for it.

    The limits count from the day the case was received: finding out costs the resident no time.
    """
    require(may(by, case, "sort"))
    town = the_town()
    leaf = town.catalogue.leaf(category)
    if leaf is None:
        raise Refused(UNKNOWN_CATEGORY)
    if leaf.door_code:
        raise Refused(OTHER_DOOR)
    decision = decide(town, leaf, case.area_id, case.accused_office_id)
    terms = _terms_for(case, leaf, town, at)
    move(
        case,
        "sort",
        terms=terms,
        at=at,
        category_id=leaf.id,
        procedure_id=town.catalogue.procedure_of(leaf).id,
        office_id=decision.office.id,
        route=decision.steps,
    )
    first = min(terms, key=lambda t: t.due_on)
    tell(case, "case-sorted", town=town, at=at, term=first, category=name_in(leaf.names, case.language))
    record("case.sorted", subject=case.ref, by=by.ref, at=at, office=case.office_id, category=leaf.code)


def _terms_for(case: Case, leaf: CategoryFacts, town: Town, at: datetime) -> list[Term]:
    """The terms that run on if procedure and limit stay the same; else those of the new category."""
    running = open_terms(case.ref)
    old = town.catalogue.by_id.get(case.category_id or 0)
    procedure = town.catalogue.procedure_of(leaf)
    if procedure.id == case.procedure_id and leaf.handle_limit == (old.handle_limit if old else ""):
        return running
    end_terms(running, on=day_of(at), met=False)
    return save_terms(case.ref, first_terms(procedure, leaf, town=town, at=case.received_at))
