"""Reading who serves: the offices as one picture in memory, and the posts somebody holds today."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.models import Appointment, Office, Post
from yimen.people.rules import Acting, Role, is_held

ONE_DOOR = "one-door"
PETITIONS = "petitions"  # receives petitions and passes them on to whoever answers for them
NONE_OF_THEM = Value(False)
NO_DESK = gettext_noop("No service desk is open yet. The administrator has to set one up first.")


@dataclass(frozen=True)
class OfficeFacts:
    """One office, as pages and rules need it."""

    id: int
    code: str
    kind: str
    function: str
    place_id: int
    place_path: str
    place_level: str
    parent_id: int | None
    path: str
    names: dict[str, str]
    telephone: str
    address: dict[str, str]
    hours: dict[str, list[list[str]]]
    is_open: bool


class Directory:
    """All offices of the town, closed ones too (old cases name them)."""

    def __init__(self, offices: Iterable[OfficeFacts]) -> None:
        self.by_id = {office.id: office for office in offices}
        self.by_code = {office.code: office for office in self.by_id.values()}
        self._serving: dict[tuple[str, int], OfficeFacts] = {}
        for office in self.by_id.values():
            if office.is_open:
                self._serving.setdefault((office.function, office.place_id), office)
        doors = [office for office in self.by_id.values() if office.is_open and office.function == ONE_DOOR]
        self._last_door = min(doors, key=lambda door: (door.place_path.count("/"), door.id), default=None)

    def serving(self, function: str, place_id: int) -> OfficeFacts | None:
        """The open office with this function for exactly this place; the one set up first, if there are several."""
        return self._serving.get((function, place_id))

    def one_door(self, chain: Sequence[int]) -> OfficeFacts:
        """The nearest service desk for these places (from the nearest upward), in the end the town's."""
        near = next((door for place in chain if (door := self.serving(ONE_DOOR, place))), self._last_door)
        if near is None:
            raise Refused(NO_DESK)
        return near

    def superiors(self, office_id: int) -> list[OfficeFacts]:
        """The offices strictly above this one, the nearest first."""
        above = [int(step) for step in self.by_id[office_id].path.split("/") if step][:-1]
        return [self.by_id[step] for step in reversed(above)]

    def common_superior(self, a_id: int, b_id: int) -> OfficeFacts:
        """The nearest office above both, who decides between them; without one, the topmost office above the first."""
        above_b = {office.id for office in self.superiors(b_id)}
        above_a = self.superiors(a_id)
        common = next((office for office in above_a if office.id in above_b), None)
        return common or (above_a[-1] if above_a else self.by_id[a_id])

    def in_place_of(self, accused_id: int) -> OfficeFacts | None:
        """Who answers when this office is complained about: its nearest open superior, else the town's desk.

        Never one below it, which would have to judge its own superior; so for the topmost office perhaps nobody.
        """
        above = next((office for office in self.superiors(accused_id) if office.is_open), self._last_door)
        return None if above is None or self.answers_to(above.id, accused_id) else above

    def answers_to(self, office_id: int, other_id: int) -> bool:
        """Whether the first office is the other one, or stands below it."""
        return office_id == other_id or self.is_above(other_id, office_id)

    def is_above(self, office_id: int, other_id: int) -> bool:
        """Whether the first office is a superior of the other; no office is its own superior."""
        return office_id != other_id and self.by_id[other_id].path.startswith(self.by_id[office_id].path)


@lru_cache(maxsize=1)
def directory(edition: int) -> Directory:  # noqa: ARG001 – the edition is the cache's key
    """The offices as of this edition of "people" (see ``kernel.models.editions``); one statement, once a process."""
    rows = Office.objects.order_by("id").values_list(
        "id", "code", "kind", "function", "place_id", "place__path", "place__level", "parent_id", "path",
        "names", "telephone", "address", "hours", "is_open",
    )  # fmt: skip
    return Directory(OfficeFacts(*row) for row in rows)


def running(on: date) -> Q:
    """Appointments whose days these are; see ``rules.is_held``."""
    return Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))


def held(on: date) -> Q:
    """Appointments that give access on this day: of those who are on leave, the one of whoever stands in."""
    return running(on) & Q(staff__is_active=True) & ~Q(is_away(on))


def is_away(on: date) -> Exists:
    """Is whoever was appointed on leave on this day?"""
    return Exists(Appointment.objects.filter(running(on), in_place_of=OuterRef("pk")))


class Held(NamedTuple):
    """A post somebody holds, and the office it is in."""

    acting: Acting
    office_names: dict[str, str]
    until_on: date | None = None  # of somebody who stands in: the first day without it


def posts_in_offices(staff_id: int, on: date) -> list[Held]:
    """The posts this member of staff holds on this day, oldest appointment first; one statement.

    None if they no longer work here.
    """
    theirs = Appointment.objects.filter(running(on), staff_id=staff_id, staff__is_active=True)
    return acting_in(theirs.order_by("from_on", "id"), staff_id, is_away(on))


@lru_cache(maxsize=4096)
def posts_of_edition(staff_id: int, on: date, edition: int) -> tuple[Held, ...]:  # noqa: ARG001 – the edition is the cache's key
    """The same, kept in memory for one edition of "people". Access at the desk comes from here.

    Each request reads the edition anew, and every verb that changes who holds what raises it: whoever is released
    holds nothing at their next request, in whichever process that is.
    """
    return tuple(posts_in_offices(staff_id, on))


def acting_in(appointments: QuerySet[Appointment], staff_id: int, without: Exists | Value = NONE_OF_THEM) -> list[Held]:
    """How somebody acts in these posts, but for those from which they are away; one statement.

    Whoever is on leave from an office still belongs to it, and sees no accusation against it from their other posts.
    """
    rows = list(
        appointments.values_list(
            "post_id", "post__role", "post__office_id", "post__office__path", "post__place__path",
            "in_place_of_id", "post__office__names", "until_on", without,
        )
    )  # fmt: skip
    paths = {row[0]: row[3] for row in rows}
    return [
        Held(
            Acting(staff_id, post, Role(role), office, path, place, _others(paths, post), stands_in=whose is not None),
            names,
            until_on if whose is not None else None,
        )
        for post, role, office, path, place, whose, names, until_on, is_left_out in rows
        if not is_left_out
    ]


def _others(paths: Mapping[int, str], post: int) -> tuple[str, ...]:
    return tuple(path for other, path in paths.items() if other != post)


def posts_of(staff_id: int, on: date) -> list[Acting]:
    """The same, without the offices' names: what verbs ask for."""
    return [held.acting for held in posts_in_offices(staff_id, on)]


def posts_held(on: date) -> list[Acting]:
    """Every post that somebody holds on this day (for the invented town, which acts in all of them)."""
    columns = (
        "staff_id", "post_id", "post__role", "post__office_id", "post__office__path", "post__place__path",
        "in_place_of_id",
    )  # fmt: skip
    rows = Appointment.objects.filter(held(on)).order_by("post_id").values_list(*columns)
    return [
        Acting(staff, post, Role(role), office, path, place, stands_in=whose is not None)
        for staff, post, role, office, path, place, whose in rows
    ]


def holders_of(sat: Collection[tuple[int, date]]) -> set[int]:
    """The staff who held one of these posts on its day, whether they still work here or not; not who stood in."""
    rows = Appointment.objects.filter(post_id__in={post for post, _ in sat}, in_place_of=None)
    held = list(rows.values_list("staff_id", "post_id", "from_on", "until_on"))
    return {staff for staff, post, since, until in held for at, on in sat if at == post and is_held(since, until, on)}


def acting_as(staff_id: int, post_id: int, on: date) -> Acting | None:
    """This member of staff in this post, if they hold it on this day."""
    return next((acting for acting in posts_of(staff_id, on) if acting.post_id == post_id), None)


@lru_cache(maxsize=4)
def offices_with(role: Role, edition: int) -> frozenset[int]:  # noqa: ARG001 – the edition is part of the cache's key
    """The offices that have a post of this role, held or vacant; one statement when the edition is new."""
    return frozenset(Post.objects.filter(role=role, closed_on=None).values_list("office_id", flat=True))


def vacant_posts(on: date) -> dict[int, int]:
    """By office, how many posts nobody holds on this day; of open offices only. One statement."""
    holding = Appointment.objects.filter(held(on), post=OuterRef("pk"))
    rows = (
        Post.objects.filter(~Exists(holding), office__is_open=True, closed_on=None).order_by().values_list("office_id")
    )
    return dict(rows.annotate(posts=Count("id")))


def vacant_in(offices: Iterable[int], on: date) -> list[tuple[int, Role]]:
    """The posts of these offices that nobody holds on this day, as office and role; one statement."""
    holding = Appointment.objects.filter(held(on), post=OuterRef("pk"))
    rows = Post.objects.filter(~Exists(holding), office_id__in=list(offices), office__is_open=True, closed_on=None)
    return [
        (office, Role(role)) for office, role in rows.order_by("office__path", "id").values_list("office_id", "role")
    ]


class PostShown(NamedTuple):
    """What residents and colleagues see of a post: the office's names and the role, never who holds it."""

    office_names: dict[str, str]
    role: Role


def posts_shown(ids: Iterable[int], *, edition: int) -> dict[int, PostShown]:
    """Office and role of these posts, as of this edition of "people": from memory, for every story names some."""
    seats = _seats(edition)
    return {pk: seats[pk] for pk in set(ids) & seats.keys()}


@lru_cache(maxsize=1)
def _seats(edition: int) -> dict[int, PostShown]:  # noqa: ARG001 – the edition is the cache's key
    rows = Post.objects.values_list("id", "office__names", "role")
    return {pk: PostShown(names, Role(role)) for pk, names, role in rows}
