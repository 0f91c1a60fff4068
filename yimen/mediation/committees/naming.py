"""Who could mediate: explained, in an order, and nobody is left out. A person decides."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.mediation.committees.rules import Candidate, in_order
from yimen.mediation.models import FreeHours, Seat, Side
from yimen.mediation.queries.outside import load_of
from yimen.mediation.rooms.inside import HeadIn
from yimen.mediation.sittings.rules import AN_HOUR
from yimen.mediation.sittings.times import DAYS_AHEAD, coming_days, free_for, taken_by_each
from yimen.people.seats import Holder, holders_of, posts_ever


def candidates_for(head: HeadIn, at: datetime) -> list[Candidate]:
    """The committee's mediators on this day, who fits best first.

    Six statements however many they are, two more if it came from a case.
    """
    mediation, on = head.mediation, day_of(at)
    sitting = Seat.objects.filter(committee_id=mediation.committee_id, from_on__lte=on, until_on__gt=on)
    seats = list(sitting.select_related("post").order_by("id"))
    holders = holders_of([seat.post_id for seat in seats], on)
    load = load_of([holder.staff_id for holder in holders.values()])
    languages = set(Side.objects.filter(mediation=mediation).values_list("language", flat=True))
    free = _free_days(holders, at)
    worked = _at_work_on(mediation.case_id, [holder.staff_id for holder in holders.values()])
    found = [
        Candidate(
            post_id=seat.post_id,
            staff_id=holders[seat.post_id].staff_id,
            name=holders[seat.post_id].name,
            names=seat.post.names,
            is_of_kind=mediation.kind in seat.kinds,
            is_any_kind=not seat.kinds,
            speaks_all=languages <= set(seat.languages),
            load=load.get(holders[seat.post_id].staff_id, 0),
            was_at_work=holders[seat.post_id].staff_id in worked,
            refused=holders[seat.post_id].staff_id in mediation.not_again,
            free_on=free.get(seat.post_id),
            has_hours=seat.post_id in free,
        )
        for seat in seats
        if seat.post_id in holders
    ]
    return in_order(found)


def _free_days(holders: dict[int, Holder], at: datetime) -> dict[int, date | None]:
    """The first day with a free hour of each who keeps a calendar; three statements, however many they are."""
    rows: Iterable[FreeHours] = FreeHours.objects.filter(post_id__in=holders)
    kept = {row.post_id: row.hours for row in rows if any(row.hours.values())}
    staff = [holders[post].staff_id for post in kept]
    taken = taken_by_each(staff, at, at + timedelta(days=DAYS_AHEAD)) if kept else {}
    days = coming_days(at) if kept else []
    return {
        post: next((day_of(one) for one in free_for(hours, AN_HOUR, taken[holders[post].staff_id], days, at)), None)
        for post, hours in kept.items()
    }


def _at_work_on(case_id: int | None, staff: list[int]) -> set[int]:
    """Who of them has done something with the case it was referred from: an earlier part in it, to be said openly."""
    if case_id is None:
        return set()
    acted = {entry.by for entry in history(f"case:{case_id}")}
    return {one for one, posts in posts_ever(staff).items() if any(f"post:{post}" in acted for post in posts)}
