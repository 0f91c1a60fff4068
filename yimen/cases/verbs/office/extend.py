"""More time for a case, once and with a reason."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import HANDLE
from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say, tell
from yimen.deadlines.terms import extend_term, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town

NO_TERM = gettext_noop("No limit runs that could be extended.")


@transaction.atomic
def extend_case(*, by: Acting, case: Case, reason: str, at: datetime) -> None:
    """The limit grows by its one extension; the resident is told the reason and the new day (信访工作条例 art. 34)."""
    town = the_town()
    extension_by = town.catalogue.procedure(case.procedure_id).extension_by
    require(may(by, case, "extend", extension_by=extension_by))
    reason = needed(reason, LONGEST_REMARK)
    terms = open_terms(case.ref)
    term = next((t for t in terms if t.stage == HANDLE), None)
    if term is None:
        raise Refused(NO_TERM)
    extend_term(term, day_of(at), editions=town.editions)
    move(case, "extend", terms=terms, at=at)
    say(case, reason, kind=Message.Kind.REASON, about="case.extended", by=by, at=at)
    tell(case, "case-extended", town=town, at=at, term=term, reason=reason)
    record("case.extended", subject=case.ref, by=by.ref, at=at, office=case.office_id, due=str(term.due_on))
