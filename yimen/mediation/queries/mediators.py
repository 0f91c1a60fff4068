"""The door of mediators: by the post they hold themselves. Each time they come in, the sides can read that they did.

This is the one place that asks for the town's own copy of the keys.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from yimen.mediation.models import Mediation, Seat
from yimen.mediation.policies import may_mediate
from yimen.mediation.rooms.custody import ring_of_custody
from yimen.mediation.rooms.inside import HeadIn, MediatorIn, NamedIn
from yimen.mediation.rooms.rules import JOINT
from yimen.mediation.rules import State
from yimen.people.rules import Acting
from yimen.privacy.looks import note_look
from yimen.privacy.rules import MEDIATE

MOST = 200  # of one list


def _mine(acting: Acting) -> QuerySet[Mediation]:
    """Those of this person in this post; none for whoever stands in."""
    if not may_mediate(acting):
        return Mediation.objects.none()
    return Mediation.objects.filter(mediator_id=acting.staff_id, mediator_post_id=acting.post_id)


def mediation_for(acting: Acting, pk: int, at: datetime) -> MediatorIn | None:
    """The mediation, for the mediator who has accepted it; the look is written down in the same transaction."""
    with transaction.atomic():
        found = _mine(acting).exclude(state__in=[State.APPLIED, State.NAMED]).select_related("case").filter(pk=pk)
        mediation = found.first()
        if mediation is None:
            return None
        note_look(subject=mediation.ref, acting=acting, purpose=MEDIATE, at=at)
    return MediatorIn(mediation, acting, ring_of_custody(mediation.pk))


def mediation_of_session(acting: Acting, sitting: int, at: datetime) -> MediatorIn | None:
    """The same by one of its sessions."""
    pk = _mine(acting).filter(sittings=sitting).values_list("pk", flat=True).first()
    return mediation_for(acting, pk, at) if pk else None


def named_in(acting: Acting, pk: int, at: datetime) -> NamedIn | None:
    """The mediation, for whoever was named and has not said yes yet: who the sides are, and no more."""
    with transaction.atomic():
        mediation = _mine(acting).filter(pk=pk, state=State.NAMED).first()
        if mediation is None:
            return None
        note_look(subject=mediation.ref, acting=acting, purpose=MEDIATE, at=at)
    return NamedIn(mediation, acting, ring_of_custody(mediation.pk, [JOINT]))


def head_in(acting: Acting, pk: int, on: date) -> HeadIn | None:
    """The mediation as the head of its committee has it: its cover, and no key."""
    mediation = Mediation.objects.filter(pk=pk, committee_id__in=headed_by(acting, on)).first()
    return HeadIn(mediation, acting) if mediation else None


def headed_by(acting: Acting, on: date) -> list[int]:
    """The committees that this post heads on this day; none for whoever stands in."""
    if not may_mediate(acting):
        return []
    seats = Seat.objects.filter(post_id=acting.post_id, is_head=True, from_on__lte=on, until_on__gt=on)
    return list(seats.values_list("committee_id", flat=True))


def mediations_of(acting: Acting) -> list[Mediation]:
    """One's own list: those under way first, the newest first. No word of what they are about; one statement."""
    rows = _mine(acting).select_related("committee")
    return list(rows.order_by("-id")[:MOST])


def waiting_for_head(acting: Acting, on: date) -> list[Mediation]:
    """What waits for the head: a mediator to be named, or the seal. Covers only; two statements."""
    rows = Mediation.objects.select_related("committee").filter(committee_id__in=headed_by(acting, on))
    return list(rows.filter(Q(state=State.APPLIED) | Q(state=State.SIGNING)).order_by("id")[:MOST])
