"""A resident has come again about a case that is here already."""

from datetime import datetime

from django.db import transaction

from yimen.cases.queries import Case
from yimen.journal.record import history, record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting
from yimen.routing.town import Town
from yimen.visits.coming import visits_among
from yimen.visits.policies import may_serve

NOTED_TODAY = gettext_noop("A visit about this case is noted today already.")


@transaction.atomic
def note_visit(*, by: Acting, case: Case, town: Town, at: datetime) -> None:
    """It counts for the centre, whose goal is that nobody comes twice. Nothing of the case is opened for it.

    Also where the case is about this very office: a no would tell its clerk who has complained about them.
    """
    require(may_serve(by, by.office_id, town))
    visits = visits_among(history(case.ref))
    if any(day_of(entry.at) == day_of(at) for entry in visits):
        raise Refused(NOTED_TODAY)
    record("case.visited", subject=case.ref, by=by.ref, at=at, office=by.office_id, before=len(visits))
