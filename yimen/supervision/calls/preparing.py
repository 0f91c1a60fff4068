"""Which residents are to be called: once a day the worker looks for answers that nobody has rated for a week."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yimen.calls.rules import Call
from yimen.cases.supervised.to_call import ToCall, unrated
from yimen.journal.record import Entry
from yimen.kernel.clock import day_of
from yimen.routing.town import Town, the_town
from yimen.supervision.calls.rules import CALL_AFTER, CALL_UNTIL
from yimen.supervision.models import CallBack

BATCH = 200


def prepare_calls(at: datetime) -> int:
    """Put them on the lists of the service desks nearest to their places; done again, nothing happens again."""
    total, batch = 0, unrated(at - CALL_UNTIL, at - CALL_AFTER, None, BATCH)
    while batch:
        total += _prepared(batch, the_town(), at)
        batch = unrated(batch[-1].ended_at, at - CALL_AFTER, batch[-1].id, BATCH)
    return total


@transaction.atomic
def _prepared(batch: Sequence[ToCall], town: Town, at: datetime) -> int:
    known = {
        (c, e) for c, e in CallBack.objects.filter(case_id__in=[c.id for c in batch]).values_list("case", "answer_at")
    }
    rows = [
        CallBack(
            case_id=case.id,
            answer_at=case.ended_at,
            desk_id=town.offices.one_door([p.id for p in town.places.chain(case.area_id)] if case.area_id else []).id,
            accused_office_id=case.accused_office_id,
            since_on=day_of(at),
        )
        for case in batch
        if case.has_phone and (case.id, case.ended_at) not in known
    ]
    return len(CallBack.objects.bulk_create(rows))


def end_call(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – what counts is what happened
    """The case was rated, opened again, erased or closed: nobody calls about that answer any more."""
    case_id = int(entry.subject.removeprefix("case:"))
    told = entry.code == "case.rated" and bool(entry.facts.get("told"))
    state = Call.ANSWERED if told else Call.PASSED
    CallBack.objects.filter(case_id=case_id, state=Call.WAITING).update(state=state)


def forget_calls(at: datetime) -> int:
    """A year later nobody asks who was called about what."""
    return CallBack.objects.filter(since_on__lt=day_of(at.replace(year=at.year - 1, day=1))).delete()[0]
