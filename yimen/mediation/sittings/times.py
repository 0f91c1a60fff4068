"""A mediator's time: what is taken, what is free, and the times that are offered to all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice

from django.utils import timezone

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.clock import day_of
from yimen.kernel.models import editions
from yimen.kernel.verdict import require
from yimen.mediation.models import FreeHours, Mediation, OfferedTime, Sitting
from yimen.mediation.rooms.inside import MediatorIn, SideIn, WithKeys
from yimen.mediation.rooms.rules import JOINT, own_room
from yimen.mediation.rules import State
from yimen.mediation.sittings.rules import LONGEST, YES_SUITS, Taken, free_times, is_free, may_plan
from yimen.mediation.sittings.rules import Planned as Plan
from yimen.people.rules import Acting, Hours

DAYS_AHEAD = 28  # so far a calendar is shown, and times are proposed


def taken_by(staff_id: int, begins_at: datetime, ends_at: datetime) -> list[Taken]:
    """The planned sessions of this mediator that may reach into this span; one statement."""
    return taken_by_each([staff_id], begins_at, ends_at)[staff_id]


def taken_by_each(staff_ids: list[int], begins_at: datetime, ends_at: datetime) -> dict[int, list[Taken]]:
    """The same of several; one statement."""
    rows = Sitting.objects.filter(
        mediation__mediator_id__in=staff_ids,
        state=Plan.PLANNED,
        begins_at__gt=begins_at - timedelta(minutes=LONGEST),
        begins_at__lt=ends_at,
    ).exclude(mediation__state=State.ENDED)
    found: dict[int, list[Taken]] = {staff_id: [] for staff_id in staff_ids}
    for staff_id, *taken in rows.order_by("begins_at").values_list("mediation__mediator_id", "begins_at", "minutes"):
        found[staff_id].append((taken[0], taken[1]))
    return found


def require_free(me: MediatorIn, begin: Collection[datetime], minutes: int, at: datetime) -> None:
    """Could each of these be planned, and does this mediator sit in no other session then? One statement."""
    for one in begin:
        require(may_plan(one, minutes, at))
    taken = taken_by(me.acting.staff_id, min(begin), max(begin) + timedelta(minutes=minutes))
    for one in begin:
        require(is_free(one, minutes, taken))


def hours_of(post_id: int) -> Hours:
    """When whoever has this post can usually mediate; nothing if they have not said."""
    row = FreeHours.objects.filter(post_id=post_id).first()
    return row.hours if row else {}


def proposed_times(me: MediatorIn, minutes: int, at: datetime, most: int) -> list[datetime]:
    """The next times at which this mediator could, from their own hours; two statements and the town's calendar."""
    acting, last = me.acting, at + timedelta(days=DAYS_AHEAD)
    taken = taken_by(acting.staff_id, at, last)
    return list(islice(free_for(hours_of(acting.post_id), minutes, taken, coming_days(at), at), most))


def coming_days(at: datetime) -> list[date]:
    """The days of the next weeks on which the town works, from tomorrow on; one statement."""
    calendar, today = calendar_for(edition_of(editions())), day_of(at)
    days = (today + timedelta(days=number) for number in range(1, DAYS_AHEAD + 1))
    return [day for day in days if calendar.works(day)]


def free_for(hours: Hours, minutes: int, taken: list[Taken], days: list[date], at: datetime) -> Iterator[datetime]:
    """The free beginnings on these days; no statement, so that a page may ask it for a whole committee."""
    return free_times(hours, days, minutes, taken=taken, at=at, zone=timezone.get_current_timezone())


def calendar_of(acting: Acting, at: datetime) -> list[tuple[date, list[Sitting]]]:
    """What this mediator has planned in the next weeks, by day: covers only. One statement."""
    rows = Sitting.objects.select_related("mediation__committee").filter(
        mediation__mediator_id=acting.staff_id,
        mediation__mediator_post_id=acting.post_id,
        state=Plan.PLANNED,
        begins_at__gte=at - timedelta(minutes=LONGEST),
        begins_at__lt=at + timedelta(days=DAYS_AHEAD),
    )
    found: dict[date, list[Sitting]] = {}
    for row in rows.exclude(mediation__state=State.ENDED).order_by("begins_at", "id"):
        found.setdefault(day_of(row.begins_at), []).append(row)
    return list(found.items())


@dataclass(frozen=True)
class TimeOffer:
    """A time that is offered, and what this reader may know of the answers: a side only its own."""

    time: OfferedTime
    where: str
    suits: dict[int, bool] = field(default_factory=dict)  # by side

    def suits_all(self, sides: list[int]) -> bool:
        """Could all of them?"""
        return all(self.suits.get(side) for side in sides)


def offered_to(reader: WithKeys) -> list[TimeOffer]:
    """The offered times, the earliest first; one statement, one more if there are any."""
    rows = (
        OfferedTime.objects.filter(mediation_id=reader.mediation.pk).order_by("begins_at").prefetch_related("answers")
    )
    return [TimeOffer(row, reader.ring.open(JOINT, row.where), dict(_answers(reader, row))) for row in rows]


def _answers(reader: WithKeys, row: OfferedTime) -> Iterator[tuple[int, bool]]:
    for one in row.answers.all():
        if isinstance(reader, MediatorIn) or (isinstance(reader, SideIn) and one.side == reader.side.number):
            yield one.side, reader.ring.open(own_room(one.side), one.suits) == YES_SUITS


def withdraw(mediation: Mediation) -> None:
    """No time is offered any more. An answer that is being written now is waited for, and goes with its time."""
    offered = OfferedTime.objects.filter(mediation=mediation)
    list(offered.select_for_update().values_list("pk", flat=True))
    offered.delete()
