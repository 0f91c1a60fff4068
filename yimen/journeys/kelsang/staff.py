"""Who holds the invented town's posts, since when, and which posts are vacant. The same on every machine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from yimen.journeys.kelsang.names import names
from yimen.people.plans import AppointmentPlan, PostPlan, StaffPlan
from yimen.people.rules import Role

#: For trying out the invented town, and printed when it is made. No other town ever has it.
SAMPLE_PASSWORD = "yimen-sample-2026"  # noqa: S105 – printed on purpose
VACANT = 0.05  # of the posts
FORMER = 0.1  # had a holder before this one
SHORT_TERM = 0.1  # appointed until a certain day
LANGUAGES = ("zh-hans", "zh-hans", "bo")
#: Posts that are to have worked on the town's older cases: held for more than a year.
LONG_HELD = {Role.CLERK, Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.MEDIATOR}


@dataclass(frozen=True)
class SampleSignIn:
    """A sign-in for trying the desk: the first post (or posts) with this office's function and this role."""

    username: str
    what: str  # English, printed in the terminal
    seats: tuple[tuple[str, Role], ...]  # function of the office, role


SAMPLE_SIGN_INS = (
    SampleSignIn("clerk", "Clerk at the town's service centre", (("one-door", Role.CLERK),)),
    SampleSignIn("handler", "Handler in urban management (lamps, roads, waste)", (("urban", Role.HANDLER),)),
    SampleSignIn("civil", "Handler in civil affairs (help, pensions)", (("civil-affairs", Role.HANDLER),)),
    SampleSignIn("supervisor", "Supervisor of the whole town", (("town-office", Role.SUPERVISOR),)),
    SampleSignIn("administrator", "Administrator", (("town-office", Role.ADMINISTRATOR),)),
    SampleSignIn("mediator", "Mediator at the justice department", (("justice", Role.MEDIATOR),)),
    SampleSignIn(
        "village",
        "Area lead and handler of the first village (two posts)",
        (("village-committee", Role.AREA_LEAD), ("village-committee", Role.HANDLER)),
    ),
)


def sample_seats(posts: Sequence[PostPlan]) -> dict[str, str]:
    """Which sample sign-in holds which post: post code → user name."""
    seats = {}
    for sample in SAMPLE_SIGN_INS:
        for function, role in sample.seats:
            fitting = [post for post in posts if post.role is role and post.office.partition("-")[2] == function]
            seats.update({post.code: sample.username for post in fitting[:1]})
    return seats


@dataclass(frozen=True)
class People:
    """All staff, and who holds what."""

    staff: tuple[StaffPlan, ...]
    appointments: tuple[AppointmentPlan, ...]


def people(posts: Sequence[PostPlan], today: date) -> People:
    """Fill these posts as of today: some stay vacant, some had another holder, some are held until a certain day."""
    chance = Random(94_1)  # noqa: S311 – invented data, which must be the same everywhere
    samples, hired = sample_seats(posts), _Hired()
    appointments: list[AppointmentPlan] = []
    for post in posts:
        if post.code in samples:
            hired.sample(samples[post.code])
            appointments.append(AppointmentPlan(samples[post.code], post.code, today - timedelta(days=900)))
        elif chance.random() < VACANT:
            appointments += _vacant(post, today, chance, hired)
        else:
            appointments += _held(post, today, chance, hired)
    return People(tuple(hired.staff.values()), tuple(appointments))


class _Hired:
    """Everybody who works or worked here."""

    def __init__(self) -> None:
        self.staff: dict[str, StaffPlan] = {}
        self._names = names()

    def sample(self, username: str) -> None:
        if username not in self.staff:
            self.staff[username] = StaffPlan(username, next(self._names), "zh-hans", SAMPLE_PASSWORD)

    def new(self) -> str:
        number = len(self.staff) + 1
        username = f"ks{number:04d}"
        self.staff[username] = StaffPlan(username, next(self._names), LANGUAGES[number % len(LANGUAGES)])
        return username


def _held(post: PostPlan, today: date, chance: Random, hired: _Hired) -> Iterator[AppointmentPlan]:
    since = today - timedelta(days=chance.randint(400 if post.role in LONG_HELD else 20, 1800))
    if chance.random() < FORMER:
        yield AppointmentPlan(hired.new(), post.code, since - timedelta(days=chance.randint(200, 1500)), since)
    until = today + timedelta(days=chance.randint(60, 700)) if chance.random() < SHORT_TERM else None
    yield AppointmentPlan(hired.new(), post.code, since, until)


def _vacant(post: PostPlan, today: date, chance: Random, hired: _Hired) -> Iterator[AppointmentPlan]:
    """Half of the vacant posts had somebody until lately; for a quarter somebody is found, and comes soon."""
    if chance.random() < 1 / 2:
        left = today - timedelta(days=chance.randint(5, 150))
        yield AppointmentPlan(hired.new(), post.code, left - timedelta(days=chance.randint(300, 1200)), left)
    if chance.random() < 1 / 4:
        yield AppointmentPlan(hired.new(), post.code, today + timedelta(days=chance.randint(7, 40)))
