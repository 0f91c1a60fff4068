"""An office mends what kind of matter a case is."""

from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.clocks import next_term
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.submission import OTHER_DOOR, UNKNOWN_CATEGORY, UNKNOWN_OFFICE
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.cases.verbs.office.sort import terms_for
from yimen.cases.words import KINDS, in_language
from yimen.journal.record import record
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.decide import Step, decide
from yimen.routing.queries import CategoryFacts
from yimen.routing.rules import Kind
from yimen.routing.town import Town, the_town

UNFIT = gettext_noop("This category is not for this kind of matter. Please choose another category, too.")
AS_BEFORE = gettext_noop("Nothing would change.")


@transaction.atomic
def mend_kind(*, by: Acting, case: Case, kind: Kind, category: str, about_office: str = "", at: datetime) -> None:
    """A complaint that came in as a question gets what it is owed: its limits count from the day it was received.

    If it turns out to be about an office (``about_office``), that office and those below it never see it again; where
    one of them has it, it goes to the superior one. The resident is told.
    """
    require(may(by, case, "mend_kind"))
    town = the_town()
    leaf = _leaf(category, kind, town)
    accused_id = _accused(about_office, town) or case.accused_office_id
    if (kind, leaf.id, accused_id) == (Kind(case.kind), case.category_id, case.accused_office_id):
        raise Refused(AS_BEFORE)
    office_id, route = _office_for(case, leaf, accused_id, town)
    has_moved = office_id != case.office_id
    terms = terms_for(case, leaf, town.offices.by_id[office_id], town, at)
    move(
        case,
        "hand_over" if has_moved else "mend_kind",
        terms=terms,
        at=at,
        kind=kind.value,
        category_id=leaf.id,
        procedure_id=town.catalogue.procedure_of(leaf).id,
        accused_office_id=accused_id,
        office_id=office_id,
        route=route,
        main_id=None,
    )
    if has_moved:
        recall_open(case, at=at)
    in_words, about = partial(in_language, KINDS[kind]), partial(name_in, leaf.names)
    tell(case, "case-mended", town=town, at=at, term=next_term(terms), kind=in_words, category=about)
    codes: dict[str, str | int] = {"office": case.office_id, "kind": kind.value, "category": leaf.code}
    record("case.mended", subject=case.ref, by=by.ref, at=at, **codes)


def _leaf(category: str, kind: Kind, town: Town) -> CategoryFacts:
    leaf = town.catalogue.leaf(category)
    if leaf is None:
        raise Refused(UNKNOWN_CATEGORY)
    if leaf.door_code:
        raise Refused(OTHER_DOOR)
    if kind not in leaf.kinds:
        raise Refused(UNFIT)
    return leaf


def _accused(about_office: str, town: Town) -> int | None:
    if not about_office:
        return None
    office = town.offices.by_code.get(about_office)
    if office is None:
        raise Refused(UNKNOWN_OFFICE)
    return office.id


def _office_for(case: Case, leaf: CategoryFacts, accused_id: int | None, town: Town) -> tuple[int, list[Step]]:
    """Whoever has it keeps it, unless it is about them."""
    if accused_id is None or not town.offices.answers_to(case.office_id, accused_id):
        return case.office_id, case.route
    decision = decide(town, leaf, case.area_id, accused_id)
    return decision.office.id, decision.steps
