"""Which lists there are, for whom, and what a list can be narrowed by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yimen.cases.lists.unrouted import desks_among
from yimen.cases.queries import offices_of
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town


class Which(StrEnum):
    """Which list. In all but the last, what is due first comes first."""

    UNROUTED = "unrouted"  # at a one-door desk, and nobody has found the right office yet
    MINE = "mine"  # my office must act
    OVERDUE = "overdue"  # open, and the last day is over
    SOON = "soon"  # open, and the last day is near: see lists.standing
    RETURNED = "returned"  # came back: the answer was not enough, or the superior sent it back
    TIME = "time"  # more time is asked for, and the head of the office decides
    WAITING = "waiting"  # the resident was asked something
    AREA = "area"  # open, in the part of the town that the post serves
    DUE = "due"  # all open ones
    ALL = "all"  # everything, newest first


_OFFICE = frozenset({Role.CLERK, Role.HANDLER})
_ALL = _OFFICE | {Role.SUPERVISOR}
#: Which roles have which list. Nobody else has any: not the administrator, not a mediator, no area post.
LISTS: dict[Which, frozenset[Role]] = {
    Which.UNROUTED: frozenset({Role.CLERK, Role.SUPERVISOR}),
    Which.MINE: _ALL,
    Which.OVERDUE: _ALL,
    Which.SOON: _ALL,
    Which.RETURNED: _ALL,
    Which.TIME: frozenset({Role.SUPERVISOR}),
    Which.WAITING: _OFFICE,
    Which.AREA: _OFFICE,
    Which.DUE: _ALL,
    Which.ALL: _ALL,
}


def lists_of(acting: Acting, town: Town) -> list[Which]:
    """The lists that this post has."""
    return [which for which in Which if has_list(acting, which, town)]


def has_list(acting: Acting, which: Which, town: Town) -> bool:
    """Whether this post has the list; one that would always be empty, or always the same as another, it has not."""
    if acting.role not in LISTS[which]:
        return False
    if which is Which.UNROUTED:
        return bool(desks_of(acting, town))
    if which is Which.AREA:  # the post serves a part of what its office serves
        return acting.place_path != town.offices.by_id[acting.office_id].place_path
    return True


def desks_of(acting: Acting, town: Town) -> list[int]:
    """The one-door desks among the offices this post works with."""
    return desks_among(offices_of(acting, town), town)


@dataclass(frozen=True)
class Wanted:
    """A list, its filters (codes, ids and days; empty for any), and the place to go on from."""

    which: Which = Which.MINE
    state: str = ""
    category: int | None = None
    area: int | None = None
    channel: str = ""
    language: str = ""
    kind: str = ""
    received_from: date | None = None
    received_to: date | None = None
    due_until: date | None = None
    after: str = ""  # "2026-10-08.48213": the order and number of the last one shown
    before: str = ""  # the same of the first one shown, for going back

    @property
    def is_narrowed(self) -> bool:
        """Is any filter chosen?"""
        plain = (self.state, self.category, self.area, self.channel, self.language, self.kind)
        return any(plain) or any((self.received_from, self.received_to, self.due_until))
