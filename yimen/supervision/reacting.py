"""What the worker does for supervision: the ladder is climbed every working day, and left when a date is met."""

from datetime import datetime

from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import REOPEN_WITHIN, is_unhappy
from yimen.cases.supervised.running import accused_in, dates_of, open_cases
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.journal.record import Entry
from yimen.kernel.clock import day_of
from yimen.kernel.models import editions
from yimen.people.rules import Clock
from yimen.supervision.ladder import ladder_of
from yimen.supervision.models import Standing, Unhappy
from yimen.supervision.verbs.climb_ladder import climb_ladder
from yimen.supervision.verbs.publish_counts import publish_counts

BATCH = 200  # cases to a transaction: residents who send something wait no longer than one batch takes


def climb(at: datetime) -> int:
    """Walk along the dates of all open cases, a batch at a time; on rest days nobody climbs. How many have climbed."""
    now = editions()
    if not ladder_of(now) or not calendar_for(edition_of(now)).works(day_of(at)):
        return 0
    total, batch = 0, open_cases(None, BATCH)
    while batch:
        total += climb_ladder(by=Clock(), cases=batch, at=at)
        batch = open_cases(batch[-1], BATCH)
    publish_counts(by=Clock(), at=at)
    return total


def follow(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – what counts is how the case stands now
    """The case was answered, handed over …: it leaves the ladder, or another office stands there for it."""
    pk = int(entry.subject.removeprefix("case:"))
    due_on, office_id = dates_of([pk]).get(pk, (None, 0))
    stands = Standing.objects.filter(case_id=pk)
    (stands.exclude(due_on=due_on) if due_on else stands).delete()
    Standing.objects.filter(case_id=pk).exclude(office_id=office_id).update(office_id=office_id)


def note_unhappy(entry: Entry, at: datetime) -> None:  # noqa: ARG001 – what counts is when it was rated
    """An unhappy rating puts the case on the list of its supervisors; what happens next takes it off again."""
    pk = int(entry.subject.removeprefix("case:"))
    Unhappy.objects.filter(case_id=pk).delete()
    is_first = entry.facts.get("stage", Stage.FIRST) == Stage.FIRST  # a review is not given back, but reviewed itself
    if entry.code == "case.rated" and is_first and is_unhappy(entry.facts.get("solved"), entry.facts.get("satisfied")):
        accused = accused_in([pk]).get(pk)
        office = entry.facts["office"]
        Unhappy.objects.create(case_id=pk, office_id=office, accused_office_id=accused, rated_on=day_of(entry.at))


def forget_unhappy(at: datetime) -> int:
    """After a month nobody gives a case back any more, so it stands in no list."""
    return Unhappy.objects.filter(rated_on__lt=day_of(at - REOPEN_WITHIN)).delete()[0]
