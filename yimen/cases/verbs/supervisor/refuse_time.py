"""The head of an office refuses more time."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import Case, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK
from yimen.cases.telling import say
from yimen.deadlines.terms import open_terms
from yimen.journal.record import record
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import the_town

NOT_ASKED = gettext_noop("Nobody has asked for more time.")


@transaction.atomic
def refuse_time(*, by: Acting, case: Case, reason: str, at: datetime) -> None:
    """The date stays where it is. The resident reads that more time was asked for, and why there is none."""
    extension_by = the_town().catalogue.procedure(case.procedure_id).extension_by
    require(may(by, case, "refuse_time", extension_by=extension_by))
    if not case.asks_time:
        raise Refused(NOT_ASKED)
    reason = needed(reason, LONGEST_REMARK)
    move(case, "refuse_time", terms=open_terms(case.ref), at=at)
    say(case, reason, kind=Message.Kind.REASON, about="case.time_refused", by=by, at=at)
    record("case.time_refused", subject=case.ref, by=by.ref, at=at, office=case.office_id)
