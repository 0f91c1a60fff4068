"""A plan of a whole town's offices, posts and staff: what a table or an invented town is read into. Pure."""

from dataclasses import dataclass, field
from datetime import date

from yimen.people.rules import Hours, Role

Names = dict[str, str]


@dataclass(frozen=True)
class OfficePlan:
    """An office; ``place`` and ``superior`` are codes. A superior stands before those below it in the plan."""

    code: str
    kind: str
    function: str
    place: str
    names: Names
    superior: str = ""
    telephone: str = ""
    address: Names = field(default_factory=dict)
    hours: Hours = field(default_factory=dict)
    counters: tuple[Names, ...] = ()  # counter 1, 2, 3 …


@dataclass(frozen=True)
class PostPlan:
    """A post; ``office`` and ``place`` are codes."""

    code: str
    role: Role
    office: str
    place: str
    names: Names = field(default_factory=dict)


@dataclass(frozen=True)
class StaffPlan:
    """Somebody who works there. Without a password they cannot sign in yet."""

    username: str
    name: str
    language: str = "zh-hans"
    password: str | None = None


@dataclass(frozen=True)
class AppointmentPlan:
    """Who holds which post from when until when (``until_on``: the first day without it)."""

    username: str
    post: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True)
class TownPlan:
    """All of it."""

    offices: tuple[OfficePlan, ...] = ()
    posts: tuple[PostPlan, ...] = ()
    staff: tuple[StaffPlan, ...] = ()
    appointments: tuple[AppointmentPlan, ...] = ()
