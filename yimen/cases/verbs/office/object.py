"""An office objects to a case that was handed to it."""

from datetime import datetime

from django.db import transaction

from yimen.cases.clocks import OBJECT, of_the_resident
from yimen.cases.models import Case, Handing, Message
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import LONGEST_REMARK, may_object
from yimen.cases.telling import say
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.people.rules import Acting
from yimen.routing.town import the_town


@transaction.atomic
def object_to_case(*, by: Acting, case: Case, reason: str, at: datetime) -> None:
    """The office says "this is not ours", with reasons and within the limit: the superior of both offices decides.

    The resident's date stays where it is: offices disagreeing costs the resident no time.
    """
    require(may(by, case, "object"))
    handing = Handing.objects.filter(case=case).order_by("-id").first()
    standing = handing if handing and handing.to_office_id == case.office_id else None
    running = open_terms(case.ref)
    counted = next((t.due_on for t in running if t.stage == OBJECT), None)  # moves with the calendar
    require(
        may_object(
            is_handed_over=standing is not None and standing.state == Handing.State.STANDING,
            until_on=counted or (standing.object_until_on if standing else None),
            on=day_of(at),
        )
    )
    assert standing is not None  # noqa: S101 – the rule above has just said so
    reason = needed(reason, LONGEST_REMARK)
    superior = the_town().offices.common_superior(standing.from_office_id, standing.to_office_id)
    terms = of_the_resident(running)
    end_terms([t for t in running if t.stage == OBJECT], on=day_of(at), met=True)
    Handing.objects.filter(pk=standing.pk).update(state=Handing.State.OBJECTED)
    move(case, "object", terms=terms, at=at, turn_office_id=superior.id)
    say(case, reason, kind=Message.Kind.REASON, about="case.objected", by=by, at=at)
    record("case.objected", subject=case.ref, by=by.ref, at=at, office=case.office_id, superior=superior.id)
