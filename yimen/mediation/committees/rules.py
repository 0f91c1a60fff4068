"""Committees of people's mediation: their levels, terms and sizes. Pure: no Django, no clock."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yimen.deadlines.rules import months_later
from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Level(StrEnum):
    """Where a committee stands."""

    TOWN = "town"
    TOWNSHIP = "township"
    VILLAGE = "village"
    TRADE = "trade"


class Engaged(StrEnum):
    """A member who was elected, or a mediator whom the committee has engaged (art. 13)."""

    MEMBER = "member"
    ENGAGED = "engaged"


FEWEST, MOST = 3, 9  # members (art. 8)
TERM_YEARS = 3  # (art. 9)
TOO_LONG = gettext_noop("A term lasts three years at most; then members are elected again.")
NOT_ITS_TYPE = gettext_noop("This committee does not mediate this type of dispute. Please choose another one.")
NOT_SO_MANY = gettext_noop("A committee has three to nine members; this one has %(count)s.")


def may_sit(from_on: date, until_on: date) -> Verdict:
    """A term is three years at most."""
    return YES if from_on < until_on <= months_later(from_on, 12 * TERM_YEARS) else Verdict(TOO_LONG)


def is_complete(members: int) -> Verdict:
    """Has a committee as many members as the law asks? Said on its page; a small village is not stopped by it."""
    return YES if FEWEST <= members <= MOST else Verdict(NOT_SO_MANY, {"count": members})


def takes(kinds: Iterable[str], kind: str) -> Verdict:
    """Does a committee with these types of disputes mediate this one? One that names none mediates any."""
    found = list(kinds)
    return YES if not found or kind in found else Verdict(NOT_ITS_TYPE)


class Why(StrEnum):
    """Why a committee is proposed, or stands where it stands."""

    NEAREST = "nearest"  # it is that of the smallest area around the place
    SERVES = "serves"  # it serves this place besides its own
    TYPE = "type"  # it was set up for this type of dispute


def why_proposed(path: str, own: str, others: Iterable[str], kinds: Collection[str], kind: str) -> list[Why]:
    """Why a committee fits a place (``path``) and a type of dispute; nothing if it does not.

    ``own``: the path of its office's place; ``others``: those of the places it serves besides.
    """
    if kind and not takes(kinds, kind):
        return []
    found = [Why.TYPE] if kind and kind in kinds else []
    if path and path.startswith(own):
        return [*found, Why.NEAREST]
    return [*found, Why.SERVES] if path and any(path.startswith(one) for one in others) else []


@dataclass(frozen=True)
class Candidate:
    """A mediator who could be named, with the reasons for and against as codes. A person decides."""

    post_id: int
    staff_id: int
    name: str = ""  # the head knows them by name
    names: dict[str, str] = field(default_factory=dict)  # of the post
    is_of_kind: bool = False  # named for this type of dispute
    is_any_kind: bool = True
    speaks_all: bool = False  # the languages of all sides
    load: int = 0  # mediations under way
    refused: bool = False  # a side has asked for somebody else, or they have declined
    was_at_work: bool = False  # on the case it was referred from, from whichever post
    free_on: date | None = None  # the first day with a free hour, by their own calendar
    has_hours: bool = False  # they keep a calendar

    @property
    def reasons(self) -> list[str]:
        """Why they stand where they stand: "kind", "language", "refused", "worked", "full"."""
        said = {
            "kind": self.is_of_kind,
            "refused": self.refused,
            "worked": self.was_at_work,
            "language": self.speaks_all,
            "full": self.has_hours and self.free_on is None,
        }
        return [code for code, holds in said.items() if holds]


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Who fits best first: no refusal, all languages, the type, a free hour, the lighter load. Nobody is left out."""
    return sorted(
        candidates,
        key=lambda one: (
            one.refused, one.was_at_work, not one.speaks_all, not one.is_of_kind, not one.is_any_kind,
            "full" in one.reasons, one.load, one.post_id,
        ),
    )  # fmt: skip
