"""Reading leave: who is away from which post until when, and who stands in or could."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import F, Q

from yimen.people.leaves import Leave
from yimen.people.models import Appointment
from yimen.people.policies import may_stand_in
from yimen.people.queries import Held, acting_in, running
from yimen.people.rules import Acting, Role

AT_MOST = 100  # who could stand in, and leave on one page


class LeaveFacts(NamedTuple):
    """One leave, for those who arrange it: they know each other by name."""

    id: int
    post_id: int
    office_names: dict[str, str]
    role: str
    name: str
    stand_in: str
    stands_in_still: bool  # nobody does if they have left meanwhile
    from_on: date
    until_on: date


class Colleague(NamedTuple):
    """Somebody who could stand in."""

    staff_id: int
    name: str
    role: Role
    office_names: dict[str, str]


def appointed_to(staff_id: int, on: date) -> list[Held]:
    """The posts somebody was appointed to, whether they are there on this day or on leave; one statement."""
    found = Appointment.objects.filter(running(on), staff_id=staff_id, staff__is_active=True, in_place_of=None)
    return acting_in(found.order_by("from_on", "id"), staff_id)


def own_posts(staff_id: int, on: date) -> list[Acting]:
    """The same, without the offices' names."""
    return [held.acting for held in appointed_to(staff_id, on)]


def holder_of(post_id: int, on: date) -> Acting | None:
    """Whoever was appointed to this post, whether they are there or on leave."""
    found = Appointment.objects.filter(running(on), post_id=post_id, staff__is_active=True, in_place_of=None)
    row = found.values_list("staff_id", flat=True).first()
    return next((a for a in own_posts(row, on) if a.post_id == post_id), None) if row else None


def leave_of(posts: Iterable[int], on: date) -> list[LeaveFacts]:
    """Leave from these posts that lasts on this day or is to come, the nearest first; one statement."""
    return _facts(Q(post_id__in=list(posts)), on)


def leave_below(by: Acting, on: date) -> list[LeaveFacts]:
    """Leave in the offices that this supervisor answers for; one statement."""
    return _facts(Q(post__office__path__startswith=by.office_path), on) if by.role is Role.SUPERVISOR else []


def standing_in(staff_id: int, on: date) -> list[LeaveFacts]:
    """Where somebody stands in, or will."""
    return _facts(Q(staff_id=staff_id), on)


def _facts(which: Q, on: date) -> list[LeaveFacts]:
    rows = (
        Appointment.objects.filter(which, in_place_of__isnull=False, until_on__gt=on)
        .exclude(until_on=F("from_on"))
        .order_by("from_on", "id")
        .values_list(
            "id", "post_id", "post__office__names", "post__role", "in_place_of__staff__name", "staff__name",
            "staff__is_active", "from_on", "until_on",
        )
    )  # fmt: skip
    return [
        LeaveFacts(pk, post, names, role, name, stand_in, still, begins, ends)
        for pk, post, names, role, name, stand_in, still, begins, ends in rows[:AT_MOST]
        if ends
    ]


def leave_met(leave: Leave) -> list[Leave]:
    """All leave on these days that one of the two has something to do with, or that is from the same post."""
    two = (leave.staff_id, leave.stand_in_id)
    concerns = Q(post_id=leave.post_id) | Q(staff_id__in=two) | Q(in_place_of__staff_id__in=two)
    rows = Appointment.objects.filter(
        concerns, in_place_of__isnull=False, from_on__lt=leave.until_on, until_on__gt=leave.from_on
    ).exclude(until_on=F("from_on"))
    columns = ("post_id", "in_place_of__staff_id", "staff_id", "from_on", "until_on")
    return [
        Leave(post, whose, stand_in, begins, ends)
        for post, whose, stand_in, begins, ends in rows.values_list(*columns)
        if ends
    ]


def could_stand_in(holder: Acting, on: date) -> list[Colleague]:
    """Who may stand in for the holder of this post, as of this day; those of the same office first. One statement."""
    near = Q(post__office_id=holder.office_id) | Q(post__role=holder.role)
    rows = (
        Appointment.objects.filter(running(on), near, in_place_of=None, staff__is_active=True)
        .exclude(staff_id=holder.staff_id)
        .order_by("post_id")
        .values_list(
            "staff_id", "staff__name", "post_id", "post__role", "post__office_id", "post__office__path",
            "post__place__path", "post__office__names",
        )
    )  # fmt: skip
    found: dict[int, tuple[bool, Colleague]] = {}
    for staff, name, post, role, office, path, place, names in rows:
        if may_stand_in(holder, [Acting(staff, post, Role(role), office, path, place)]):
            found.setdefault(staff, (office != holder.office_id, Colleague(staff, name, Role(role), names)))
    return [one for _, one in sorted(found.values(), key=lambda pair: (pair[0], pair[1].name))][:AT_MOST]


class Holder(NamedTuple):
    """Somebody and their post, for their supervisor."""

    post_id: int
    role: Role
    name: str


def holders_in(office_id: int, on: date) -> list[Holder]:
    """Who was appointed to the posts of this office, there or on leave; one statement."""
    rows = Appointment.objects.filter(running(on), post__office_id=office_id, staff__is_active=True, in_place_of=None)
    found = rows.order_by("post_id").values_list("post_id", "post__role", "staff__name")[:AT_MOST]
    return [Holder(post, Role(role), name) for post, role, name in found]
