"""Who could mediate: explained, in an order, and nobody is left out. A person decides."""

from datetime import date

from yimen.mediation.committees.rules import Candidate, in_order
from yimen.mediation.models import Seat, Side
from yimen.mediation.queries.outside import load_of
from yimen.mediation.rooms.inside import HeadIn
from yimen.people.seats import holders_of


def candidates_for(head: HeadIn, on: date) -> list[Candidate]:
    """The committee's mediators on this day, who fits best first; four statements."""
    mediation = head.mediation
    seats = list(
        Seat.objects.filter(committee_id=mediation.committee_id, from_on__lte=on, until_on__gt=on).select_related(
            "post"
        )
    )
    holders = holders_of([seat.post_id for seat in seats], on)
    load = load_of([holder.staff_id for holder in holders.values()])
    languages = set(Side.objects.filter(mediation=mediation).values_list("language", flat=True))
    found = [
        Candidate(
            post_id=seat.post_id,
            staff_id=holders[seat.post_id].staff_id,
            name=holders[seat.post_id].name,
            names=seat.post.names,
            is_of_kind=mediation.kind in seat.kinds,
            is_any_kind=not seat.kinds,
            speaks=tuple(seat.languages),
            load=load.get(holders[seat.post_id].staff_id, 0),
            refused=holders[seat.post_id].staff_id in mediation.not_again,
        )
        for seat in seats
        if seat.post_id in holders
    ]
    return in_order(found, languages)
