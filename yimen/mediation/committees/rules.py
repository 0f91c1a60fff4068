"""Committees of people's mediation: their levels, terms and sizes. Pure: no Django, no clock."""

from collections.abc import Iterable
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
NOT_SO_MANY = gettext_noop("A committee has three to nine members; this one has %(count)s.")


def may_sit(from_on: date, until_on: date) -> Verdict:
    """A term is three years at most."""
    return YES if from_on < until_on <= months_later(from_on, 12 * TERM_YEARS) else Verdict(TOO_LONG)


def is_complete(members: int) -> Verdict:
    """Has a committee as many members as the law asks? Said on its page; a small village is not stopped by it."""
    return YES if FEWEST <= members <= MOST else Verdict(NOT_SO_MANY, {"count": members})


@dataclass(frozen=True)
class Candidate:
    """A mediator who could be named, with the reasons for and against as codes. A person decides."""

    post_id: int
    staff_id: int
    name: str = ""  # the head knows them by name
    names: dict[str, str] = field(default_factory=dict)  # of the post
    is_of_kind: bool = False  # named for this type of dispute
    is_any_kind: bool = True
    speaks: tuple[str, ...] = ()
    load: int = 0  # mediations under way
    refused: bool = False  # a side has asked for somebody else, or they have declined

    def reasons(self, languages: Iterable[str]) -> list[str]:
        """Why they stand where they stand: "kind", "language", "load", "refused"."""
        found = [code for code, holds in (("kind", self.is_of_kind), ("refused", self.refused)) if holds]
        if set(languages) <= set(self.speaks):
            found.append("language")
        return found


def in_order(candidates: Iterable[Candidate], languages: Iterable[str]) -> list[Candidate]:
    """Who fits best first: no refusal, all languages, the type, the lighter load. Nothing is left out."""
    wanted = set(languages)
    return sorted(
        candidates,
        key=lambda one: (
            one.refused, not wanted <= set(one.speaks), not one.is_of_kind, not one.is_any_kind, one.load, one.post_id,
        ),
    )  # fmt: skip
