"""Reading the posts of a town for whoever sets them up: who holds them, which are vacant, and which areas lack one."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, Max, OuterRef, Q

from yimen.people.models import Appointment, Post
from yimen.people.queries import held
from yimen.people.rules import OF_AN_AREA, Role

AT_MOST = 100  # posts of one office, and appointments of one post, on a page


class PostFacts(NamedTuple):
    """A post as its administrator sees it; ``vacant_since`` is empty while it is held, or if nobody ever held it."""

    id: int
    role: Role
    office_id: int
    place_id: int
    names: dict[str, str]
    is_held: bool
    vacant_since: date | None


class AppointmentFacts(NamedTuple):
    """Who holds or held a post. Read by the administrators of the place alone."""

    id: int
    name: str
    from_on: date
    until_on: date | None
    name_is_public: bool
    in_place_of: int | None  # the appointment of whoever is on leave


def posts_of_office(office_id: int, on: date) -> list[PostFacts]:
    """The posts of this office, in the order in which they were set up; one statement."""
    return _facts(Q(office_id=office_id), on)[:AT_MOST]


def post_facts(post_id: int, on: date) -> PostFacts | None:
    """One post."""
    return next(iter(_facts(Q(pk=post_id), on)), None)


def appointments_of(post_id: int) -> list[AppointmentFacts]:
    """Who holds this post and who held it, the latest first."""
    columns = ("id", "staff__name", "from_on", "until_on", "name_is_public", "in_place_of_id")
    rows = Appointment.objects.filter(post_id=post_id).order_by("-from_on", "-id").values_list(*columns)
    return [AppointmentFacts(*row) for row in rows[:AT_MOST]]


def coverage(areas: Iterable[int], on: date) -> dict[tuple[int, Role], PostFacts]:
    """The area lead, the adviser and the legal adviser of these areas; a held post stands before a vacant one.

    What is not in it, nobody has set up.
    """
    found = _facts(Q(place_id__in=list(areas), role__in=OF_AN_AREA, office__is_open=True), on)
    return {(post.place_id, post.role): post for post in sorted(found, key=lambda post: post.is_held)}


def _facts(which: Q, on: date) -> list[PostFacts]:
    rows = (
        Post.objects.filter(which)
        .annotate(held=Exists(Appointment.objects.filter(held(on), post=OuterRef("pk"))))
        .annotate(
            last=Max("appointments__until_on", filter=Q(appointments__until_on__lte=on, appointments__in_place_of=None))
        )
        .order_by("id")
        .values_list("id", "role", "office_id", "place_id", "names", "held", "last")
    )
    return [
        PostFacts(pk, Role(role), office, place, names, held, None if held else last)
        for pk, role, office, place, names, held, last in rows
    ]
