"""Who sits where today, whoever stands in for whom: for rules, and for a supervisor. Nothing here is for residents."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from yimen.people.models import Appointment, Office
from yimen.people.queries import held, running
from yimen.people.rules import Acting, Role


class Seat(NamedTuple):
    """A post that somebody holds: its role, office and place. Who holds it is for rules alone, not for pages."""

    post_id: int
    role: Role
    office_id: int
    office_names: dict[str, str]
    place_id: int
    staff_id: int


def seats(roles: Iterable[Role], places: Iterable[int], on: date) -> list[Seat]:
    """The posts with one of these roles that serve one of these places and are held on this day; one statement."""
    columns = ("post_id", "post__role", "post__office_id", "post__office__names", "post__place_id", "staff_id")
    holding = Appointment.objects.filter(held(on), post__role__in=list(roles), post__place_id__in=list(places))
    rows = holding.order_by("post_id").values_list(*columns)
    return [Seat(post, Role(role), office, names, place, staff) for post, role, office, names, place, staff in rows]


class Sitting(NamedTuple):
    """Who sits in an office today: for its supervisor, who knows them by name."""

    staff_id: int
    name: str
    role: Role


def sitting_in(office_id: int, roles: Iterable[Role], on: date) -> list[Sitting]:
    """Those who hold a post with one of these roles in this office on this day, each once; one statement."""
    holding = Appointment.objects.filter(held(on), post__office_id=office_id, post__role__in=list(roles))
    rows = holding.order_by("post_id").values_list("staff_id", "staff__name", "post__role")
    return list({staff: Sitting(staff, name, Role(role)) for staff, name, role in rows}.values())


def is_still_there(by: Acting, on: date) -> bool:
    """Do they still have this post, whether there or on leave?

    Until the transaction ends nobody takes it from them: who wants to waits, and whoever waited for that reads it here.
    """
    theirs = Appointment.objects.filter(running(on), staff_id=by.staff_id, post_id=by.post_id, staff__is_active=True)
    return bool(theirs.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))


def one_at_a_time(office_id: int) -> None:
    """Until this transaction ends, nobody else does the same in this office: they wait here. Its cases go on."""
    list(Office.objects.select_for_update(no_key=True).filter(pk=office_id).values_list("pk"))


class Holder(NamedTuple):
    """Who holds a post, for a colleague who knows them by name."""

    staff_id: int
    name: str


def holders_of(posts: Iterable[int], on: date) -> dict[int, Holder]:
    """Who holds these posts themselves and is there on this day; nobody who stands in. One statement."""
    rows = Appointment.objects.filter(held(on), post_id__in=list(posts), in_place_of__isnull=True)
    found = rows.order_by("id").values_list("post_id", "staff_id", "staff__name")
    return {post: Holder(staff, name) for post, staff, name in found}


def is_held(post_id: int, on: date) -> bool:
    """Is somebody there in this post on this day, themselves or standing in? One statement."""
    return bool(Appointment.objects.filter(held(on), post_id=post_id).exists())


def posts_ever(staff_ids: Iterable[int]) -> dict[int, set[int]]:
    """The posts that these have had, whenever and for whomever: whether they had a part in something. One statement."""
    found: dict[int, set[int]] = {}
    rows = Appointment.objects.filter(staff_id__in=list(staff_ids)).values_list("staff_id", "post_id")
    for staff, post in rows:
        found.setdefault(staff, set()).add(post)
    return found
