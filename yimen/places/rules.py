"""What a place may be, and what an import would change. Pure: no Django, no clock, no database."""

import re
from dataclasses import dataclass, field
from typing import Protocol

from yimen.kernel.verdict import YES, Verdict, gettext_noop

#: From the top down; a place's parent stands somewhere before it in this line.
LEVELS = ("town", "township", "village", "area")
#: A code goes into paths ("KS/KS03/") and into the journal, so it has neither blanks nor slashes.
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,31}")


class Somebody(Protocol):
    """Whoever does something: this app needs no more of them than what the journal writes down."""

    @property
    def ref(self) -> str: ...


@dataclass(frozen=True)
class PlannedPlace:
    """A place as it shall be. Without an outline, an outline that is there already stays."""

    code: str
    level: str
    parent_code: str = ""
    names: dict[str, str] = field(default_factory=dict)
    outline: bytes | None = None  # WKB, longitude and latitude in degrees (WGS 84)


@dataclass(frozen=True)
class AreaPlan:
    """What a change of places shall make true. With ``replace``, areas of the town not in it come to their end."""

    town_code: str
    places: tuple[PlannedPlace, ...]
    replace: bool = False
    ended: tuple[str, ...] = ()  # codes of places that come to their end


@dataclass(frozen=True)
class Imported:
    """What an import did; ``areas`` counts how many service areas it spoke of."""

    areas: int = 0
    created: int = 0
    changed: int = 0
    ended: int = 0

    @property
    def nothing_changed(self) -> bool:
        return not (self.created or self.changed or self.ended)


def may_be(place: PlannedPlace, parent_level: str | None, level_so_far: str | None) -> Verdict:
    """Whether such a place can stand where it is planned (its parent's level; its own level until now)."""
    about: dict[str, object] = {"code": place.code or "–", "level": place.level}
    if not CODE.fullmatch(place.code):
        return Verdict(gettext_noop("“%(code)s” can't be a code (letters, digits, - _ . only, at most 32)"), about)
    if place.level not in LEVELS:
        return Verdict(gettext_noop("%(code)s: there is no level “%(level)s”"), about)
    if level_so_far not in (None, place.level):
        about["before"] = level_so_far
        return Verdict(
            gettext_noop("%(code)s is of level “%(before)s” already and can't be of level “%(level)s”"), about
        )
    if place.level == "town":
        return Verdict(gettext_noop("%(code)s: a town has no parent"), about) if place.parent_code else YES
    return _may_be_in(parent_level, {**about, "parent": place.parent_code or "–"})


def _may_be_in(parent_level: str | None, about: dict[str, object]) -> Verdict:
    if parent_level is None:
        return Verdict(gettext_noop("%(code)s: there is no place %(parent)s for it to be in"), about)
    if LEVELS.index(parent_level) >= LEVELS.index(str(about["level"])):
        return Verdict(gettext_noop("%(code)s is of level “%(level)s” and can't be inside %(parent)s"), about)
    return YES
