"""Reading the posts of a town for whoever sets them up: who holds them, which are vacant, and which areas lack one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Exists, Max, OuterRef, Q

from yimen.people.models import Appointment, Post
from yimen.people.queries import held
from yimen.people.rules import OF_AN_AREA, Role

_LAST = "\U0010ffff"  # sorts behind every path
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
    closed_on: date | None


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


def posts_serving(places: Iterable[int], on: date) -> list[PostFacts]:
    """The posts of open offices that serve one of these places; one statement."""
    return _facts(Q(place_id__in=list(places), office__is_open=True, closed_on=None), on)[:AT_MOST]


def coverage(chains: Mapping[int, Sequence[int]], on: date) -> dict[tuple[int, Role], PostFacts]:
    """The area lead, the adviser and the legal adviser of these areas (area → itself and the places it lies in).

    Each area has a lead of its own; an adviser may serve a whole village. The nearest held post counts, else the
    nearest vacant one. What is not in it, nobody has set up.
    """
    places = {place for chain in chains.values() for place in chain}
    found: dict[tuple[int, Role], list[PostFacts]] = {}
    for post in _facts(Q(place_id__in=places, role__in=OF_AN_AREA, office__is_open=True, closed_on=None), on):
        found.setdefault((post.place_id, post.role), []).append(post)
    covered = {}
    for area, chain in chains.items():
        for role in OF_AN_AREA:
            near = chain[:1] if role is Role.AREA_LEAD else chain
            posts = [post for place in near for post in found.get((place, role), ())]
            if posts:
                covered[area, role] = next((post for post in posts if post.is_held), posts[0])
    return covered


class Covered(NamedTuple):
    """Held posts that serve areas, counted where they are many and named where they are few."""

    of_their_own: dict[tuple[int, Role], int]  # by what the areas lie in: how many have a held post of this role
    from_above: set[tuple[int, Role]]  # villages and townships with a held adviser, who serves all areas in them

    def areas(self, township: int, inside: Mapping[int, int], role: Role) -> int:
        """Of the areas of this township (by what they lie in, how many), those that have this role."""
        if (township, role) in self.from_above:
            return sum(inside.values())
        return sum(
            areas if (place, role) in self.from_above else self.of_their_own.get((place, role), 0)
            for place, areas in inside.items()
        )


def covered(first: str, last: str, on: date) -> Covered:
    """The same for all areas from the path of one township to that of another: counted by the database in two
    statements, whose rows are villages and not areas.
    """
    is_held = Exists(Appointment.objects.filter(held(on), post=OuterRef("pk")))
    within = Q(place__path__gte=first, place__path__lt=f"{last}{_LAST}", place__until_on=None)
    posts = Post.objects.filter(within, is_held, role__in=OF_AN_AREA, office__is_open=True, closed_on=None)
    own = posts.filter(place__level="area").values_list("place__parent_id", "role")
    counted = own.annotate(areas=Count("place_id", distinct=True)).order_by()
    above = posts.exclude(place__level__in=["area", "town"]).exclude(role=Role.AREA_LEAD)
    return Covered(
        {(place, Role(role)): areas for place, role, areas in counted},
        {(place, Role(role)) for place, role in above.values_list("place_id", "role").distinct().order_by()},
    )


def _facts(which: Q, on: date) -> list[PostFacts]:
    rows = (
        Post.objects.filter(which)
        .annotate(held=Exists(Appointment.objects.filter(held(on), post=OuterRef("pk"))))
        .annotate(
            last=Max("appointments__until_on", filter=Q(appointments__until_on__lte=on, appointments__in_place_of=None))
        )
        .order_by("id")
        .values_list("id", "role", "office_id", "place_id", "names", "held", "last", "closed_on")
    )
    return [
        PostFacts(pk, Role(role), office, place, names, held, None if held else last, closed)
        for pk, role, office, place, names, held, last, closed in rows
    ]
