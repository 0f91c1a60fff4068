"""A clerk finds the right category for a case."""

from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.clocks import (
    HANDLE,
    NOTICE,
    OBJECT,
    handle_limit,
    new_term,
    next_term,
    notice_limit,
    of_the_resident,
    save_terms,
)
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import State
from yimen.cases.submission import OTHER_DOOR, UNKNOWN_CATEGORY
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import Term, end_terms, terms_of
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, require
from yimen.people.queries import ONE_DOOR, OfficeFacts
from yimen.people.rules import Acting
from yimen.routing.decide import Step, decide
from yimen.routing.queries import CategoryFacts
from yimen.routing.town import Town, the_town


@transaction.atomic
def sort_case(*, by: Acting, case: Case, category: str, at: datetime) -> None:
    """The case gets its category, and with it the limits that hold for it and, at a one-door desk, its office.

    The limits count from the day the case was received: finding out costs the resident no time. A department that
    corrects a category keeps the case: to pass it on, it hands it over, so that the next office may object.
    """
    require(may(by, case, "sort"))
    town = the_town()
    leaf = town.catalogue.leaf(category)
    if leaf is None:
        raise Refused(UNKNOWN_CATEGORY)
    if leaf.door_code:
        raise Refused(OTHER_DOOR)
    office_id, route = _office_for(case, leaf, town)
    terms = terms_for(case, leaf, town.offices.by_id[office_id], town, at)
    if office_id != case.office_id:  # nobody can object any more to a hand-over that the desk has passed on
        end_terms([t for t in terms_of(case.ref) if t.stage == OBJECT], on=day_of(at), met=True)
        recall_open(case, at=at, of_office=office_id)
    move(
        case,
        "sort",
        terms=terms,
        at=at,
        category_id=leaf.id,
        procedure_id=town.catalogue.procedure_of(leaf).id,
        office_id=office_id,
        route=route,
    )
    tell(case, "case-sorted", town=town, at=at, term=next_term(terms), category=partial(name_in, leaf.names))
    record("case.sorted", subject=case.ref, by=by.ref, at=at, office=case.office_id, category=leaf.code)


def _office_for(case: Case, leaf: CategoryFacts, town: Town) -> tuple[int, list[Step]]:
    """A desk that has not yet accepted a case sends it where it belongs; anybody else keeps it."""
    here = town.offices.by_id[case.office_id]
    if here.function != ONE_DOOR or State(case.state) is not State.RECEIVED:
        return case.office_id, case.route
    decision = decide(town, leaf, case.area_id, case.accused_office_id)
    return decision.office.id, decision.steps


def terms_for(case: Case, leaf: CategoryFacts, office: OfficeFacts, town: Town, at: datetime) -> list[Term]:
    """The terms that run on if procedure and limit stay the same; else those of the new category.

    What was promised stays: a notice that was given is not owed again, and an accepted case gets no earlier day.
    """
    known = terms_of(case.ref)
    running = [t for t in of_the_resident(known) if t.ended_on is None]
    old = town.catalogue.by_id.get(case.category_id or 0)
    procedure = town.catalogue.procedure_of(leaf)
    if procedure.id == case.procedure_id and leaf.handle_limit == (old.handle_limit if old else ""):
        return running
    kept, fresh = _kept_and_fresh(case, leaf, office, known, town)
    end_terms([t for t in running if t not in kept], on=day_of(at), met=False)
    return [*kept, *save_terms(case.ref, fresh)]


def _kept_and_fresh(
    case: Case, leaf: CategoryFacts, office: OfficeFacts, known: list[Term], town: Town
) -> tuple[list[Term], list[Term]]:
    procedure = town.catalogue.procedure_of(leaf)
    handle = next((t for t in known if t.stage == HANDLE and t.ended_on is None), None)
    is_told = any(t.stage == NOTICE and t.state == "met" for t in known)
    fresh = []
    notice = notice_limit(procedure, office)
    if notice and not is_told:
        fresh.append(new_term(NOTICE, notice, day_of(case.received_at), town))
    if procedure.handle_from == "received" or is_told:
        since = handle.from_on if handle else day_of(case.received_at)
        wanted = new_term(HANDLE, handle_limit(procedure, leaf), since, town)
        if handle and is_told and wanted.due_on < handle.due_on:
            return [handle], fresh
        fresh.append(wanted)
    return [], fresh
