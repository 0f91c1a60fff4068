"""What the posts of a town may do at all. Pure: no Django, no clock."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Role(StrEnum):
    """What a post is for. There is no police or security role, and there will be none (promise 1)."""

    CLERK = "clerk"
    HANDLER = "handler"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    MEDIATOR = "mediator"
    AREA_LEAD = "area_lead"
    AREA_ADVISER = "area_adviser"
    LEGAL_ADVISER = "legal_adviser"


#: A role in words, as residents and staff read it.
ROLE_WORDS = {
    Role.CLERK: gettext_noop("Clerk"),
    Role.HANDLER: gettext_noop("Handler"),
    Role.SUPERVISOR: gettext_noop("Supervisor"),
    Role.ADMINISTRATOR: gettext_noop("Administrator"),
    Role.MEDIATOR: gettext_noop("Mediator"),
    Role.AREA_LEAD: gettext_noop("Area lead"),
    Role.AREA_ADVISER: gettext_noop("Area adviser"),
    Role.LEGAL_ADVISER: gettext_noop("Legal adviser"),
}


#: Of somebody who acts from the post of a colleague on leave.
STANDING_IN = gettext_noop("%(role)s, standing in")


def acted_from(ref: str) -> int | None:
    """The post that stands in the journal as having acted; none of a resident or the clock."""
    post = ref.partition("/")[0].removeprefix("post:")
    return int(post) if ref.startswith("post:") else None


def stood_in(ref: str) -> bool:
    """Did somebody who stood in act from the post?"""
    return ref.startswith("post:") and "/" in ref


#: One of each serves every area: the 1+1+1 of a town.
OF_AN_AREA = (Role.AREA_LEAD, Role.AREA_ADVISER, Role.LEGAL_ADVISER)


@dataclass(frozen=True)
class Acting:
    """A member of staff in the post they act from: every staff verb's ``by``.

    Names are not in here on purpose: what the journal and the resident see is the post and its office.
    """

    staff_id: int
    post_id: int
    role: Role
    office_id: int
    office_path: str  # offices from the top down, "12/40/": a supervisor sees their own and those below
    place_path: str  # the place the post serves, "KS/KS03/"
    also_in: tuple[str, ...] = ()  # the offices, each from the top down, of other posts they hold on the same day
    stands_in: bool = False  # for whoever holds the post and is on leave

    @property
    def ref(self) -> str:
        """The post; of somebody who stands in also who they are, as a number: two people answer for these days."""
        return f"post:{self.post_id}/staff:{self.staff_id}" if self.stands_in else f"post:{self.post_id}"

    @property
    def stands_aside_for(self) -> set[int]:
        """Offices whose accusations they never see, from whichever of their posts: their own and those above them."""
        return {int(step) for path in (self.office_path, *self.also_in) for step in path.split("/") if step}


@dataclass(frozen=True)
class Resident:
    """Whoever holds a receipt of this one case; nothing else is known, and nothing else is needed."""

    case_id: int
    holder_id: int = 0  # who of those that stand in it together; 0: whoever brought it

    @property
    def ref(self) -> str:
        return f"resident:{self.holder_id}" if self.holder_id else "resident"


@dataclass(frozen=True)
class Clock:
    """What happens because a day has come."""

    ref: str = "clock"


@dataclass(frozen=True)
class Operator:
    """Whoever runs commands on the machine itself: loading packs, importing areas and old requests."""

    ref: str = "operator"


Actor = Acting | Resident | Clock | Operator


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Hours = Mapping[str, list[list[str]]]
_CLOCK_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_USERNAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?")


def is_held(from_on: date, until_on: date | None, on: date) -> bool:
    """Whether an appointment gives access on this day: from its first day up to, not including, ``until_on``."""
    return from_on <= on and (until_on is None or on < until_on)


def is_a_username(username: str) -> Verdict:
    """Whether staff may sign in under this name: small letters and digits, so that nobody must guess the case."""
    if _USERNAME.fullmatch(username):
        return YES
    return Verdict(gettext_noop("A user name has up to 60 small letters, digits, dots and dashes, without blanks."))


def are_hours(hours: Hours) -> Verdict:
    """Whether these are opening hours: per weekday, spans of "HH:MM" that begin before they end and do not overlap."""
    wrong = gettext_noop("The opening hours of %(day)s are not understood. Write them like 09:00–12:00.")
    for day, spans in hours.items():
        if day not in WEEKDAYS:
            return Verdict(wrong, {"day": day})
        times = [time for span in spans for time in span]
        readable = all(len(span) == 2 for span in spans) and all(_CLOCK_TIME.fullmatch(t) for t in times)
        if not readable or sorted(set(times)) != times:
            return Verdict(wrong, {"day": day})
    return YES


@dataclass(frozen=True)
class Opening:
    """Whether an office is open at a moment, and when that changes today: "HH:MM", empty when it does not."""

    is_open: bool
    until: str = ""  # open: when it closes
    opens: str = ""  # closed: when it opens again today


def opening(hours: Hours, *, weekday: int, works: bool, now: str) -> Opening:
    """Is an office with these hours open? ``weekday`` counts from Monday, 0; ``now`` is the town's own, "HH:MM".

    On a day on which the town rests nobody is there. On a make-up working day that has no hours of its own, a Saturday
    say, Monday's hold: offices keep their usual day then.
    """
    if not works:
        return Opening(is_open=False)
    for begins, ends in hours.get(WEEKDAYS[weekday]) or hours.get("mon", []):
        if now < begins:
            return Opening(is_open=False, opens=begins)
        if now < ends:
            return Opening(is_open=True, until=ends)
    return Opening(is_open=False)


def times_of(spans: Iterable[Sequence[str]], minutes: int) -> list[time]:
    """The beginnings that fit into these opening hours, one after the other."""
    found = []
    for begins, ends in spans:
        at, end = _minute(begins), _minute(ends)
        while at + minutes <= end:
            found.append(time(at // 60, at % 60))
            at += minutes
    return found


def _minute(clock_time: str) -> int:
    hours, minutes = clock_time.split(":")
    return 60 * int(hours) + int(minutes)
