"""An office hands a case to another one."""

from datetime import datetime
from functools import partial

from django.db import transaction

from yimen.cases.clocks import NOTICE, OBJECT, new_term, next_term, save_terms
from yimen.cases.models import Case, Handing, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK, may_push_down
from yimen.cases.submission import UNKNOWN_OFFICE
from yimen.cases.telling import say, tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import Term, end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.queries import PETITIONS, OfficeFacts
from yimen.people.rules import Acting
from yimen.routing.town import Town, the_town

SAME_OFFICE = gettext_noop("The case is already with this office.")
ABOUT_THEM = gettext_noop("The case is about this office, so it can't be handed to it.")


@transaction.atomic
def hand_over_case(*, by: Acting, case: Case, to_office: str, reason: str, at: datetime) -> None:
    """The case goes to the office that can help; that office may object within its limit (信访工作条例 art. 23)."""
    require(may(by, case, "hand_over"))
    town = the_town()
    here = town.offices.by_id[case.office_id]
    there = _another_office(case, here, to_office, town)
    reason = needed(reason, LONGEST_REMARK)
    procedure = town.catalogue.procedure(case.procedure_id)
    running = open_terms(case.ref)
    end_terms([t for t in running if t.stage == OBJECT], on=day_of(at), met=True)
    terms = _passed_on(case, here, [t for t in running if t.stage != OBJECT], town, at)
    objection = None
    if procedure.object_limit:
        objection = new_term(OBJECT, procedure.object_limit, day_of(at), town)
        save_terms(case.ref, [objection])
    Handing.objects.create(
        case=case,
        at=at,
        by=by.ref,
        from_office_id=here.id,
        to_office_id=there.id,
        object_until_on=objection.due_on if objection else None,
    )
    route = [{"k": "by_hand", "office": there.id}]
    move(case, "hand_over", terms=terms, at=at, office_id=there.id, route=route, main_id=None)
    recall_open(case, at=at, of_office=there.id)
    say(case, reason, kind=Message.Kind.REASON, about="case.handed_over", by=by, at=at)
    from_office = partial(name_in, here.names)
    tell(case, "case-handed-over", town=town, at=at, term=next_term(terms), from_office=from_office, reason=reason)
    record("case.handed_over", subject=case.ref, by=by.ref, at=at, office=there.id, from_office=here.id)


def _passed_on(case: Case, here: OfficeFacts, terms: list[Term], town: Town, at: datetime) -> list[Term]:
    """An office of petitions has done its part by passing on; the next one has its own time to say whether it accepts.

    (信访工作条例 art. 22, 23)
    """
    procedure = town.catalogue.procedure(case.procedure_id)
    if here.function != PETITIONS or not procedure.forward_limit:
        return terms
    passed = [t for t in terms if t.stage == NOTICE]
    end_terms(passed, on=day_of(at), met=True)
    begun = [new_term(NOTICE, procedure.notice_limit, day_of(at), town)] if passed and procedure.notice_limit else []
    return [*(t for t in terms if t.stage != NOTICE), *save_terms(case.ref, begun)]


def _another_office(case: Case, here: OfficeFacts, to_office: str, town: Town) -> OfficeFacts:
    there = town.offices.by_code.get(to_office)
    if there is None or not there.is_open:
        raise Refused(UNKNOWN_OFFICE)
    if there.id == here.id:
        raise Refused(SAME_OFFICE)
    if case.accused_office_id and town.offices.answers_to(there.id, case.accused_office_id):
        raise Refused(ABOUT_THEM)
    category = town.catalogue.by_id.get(case.category_id or 0)
    theirs = category is not None and town.catalogue.remit_of(category, there.place_level) == there.function
    is_dispatch = here.function == "one-door"
    require(may_push_down(here.place_level, there.place_level, is_dispatch=is_dispatch, is_their_remit=theirs))
    return there
