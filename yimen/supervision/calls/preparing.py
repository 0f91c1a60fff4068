"""Which residents are to be called: once a day the worker looks for answers that nobody has rated in the time given."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction

from yimen.calls.rules import Call
from yimen.cases.supervised.to_call import ToCall, unrated
from yimen.deadlines.terms import edition_of, fresh
from yimen.journal.record import Entry
from yimen.kernel.clock import day_of, midnight
from yimen.routing.town import Town, the_town
from yimen.supervision.calls.rules import CALL_UNTIL, answered_until
from yimen.supervision.models import CallBack

BATCH = 200


def prepare_calls(at: datetime) -> int:
    """Put them on the lists of the service desks nearest to their places; done again, nothing happens again."""
    town = the_town()
    roads: dict[str, list[int]] = {}  # by the time they give
    for procedure in town.catalogue.procedures.values():
        if procedure.call_limit:
            roads.setdefault(procedure.call_limit, []).append(procedure.id)
    return sum(_prepared_on(ids, limit, town, at) for limit, ids in roads.items())


def _prepared_on(procedures: Sequence[int], limit: str, town: Town, at: datetime) -> int:
    """The calls about cases of these roads."""
    last = answered_until(day_of(at), partial(last_day, edition_of(town.editions), limit))
    if last is None:
        return 0
    until = midnight(last + timedelta(days=1))
    total, batch = 0, unrated(procedures, at - CALL_UNTIL, until, None, BATCH)
    while batch:
        total += _prepared(batch, town, at)
        batch = unrated(procedures, batch[-1].ended_at, until, batch[-1].id, BATCH)
    return total


def last_day(edition: int, limit: str, answered_on: date) -> date:
    """The last day to rate an answer of this day before somebody calls."""
    return fresh(edition, limit, answered_on).due_on


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
