"""A pack, as read."""

from dataclasses import dataclass
from pathlib import Path

from yimen.deadlines.verbs.take_limits import OfferedCalendar, OfferedLimit
from yimen.notifications.verbs.take_templates import OfferedTemplate
from yimen.routing.facts import Names, Offer
from yimen.supervision.rules import RungFacts


@dataclass(frozen=True)
class Manifest:
    """What ``pack.toml`` says of the pack as a whole."""

    code: str
    names: Names
    country: str
    languages: tuple[str, ...]
    draft_languages: tuple[str, ...]  # their words still need a native reviewer
    default_procedure: str
    law: str
    calendar: OfferedCalendar


@dataclass(frozen=True)
class FunctionRow:
    """A department as the pack knows it: what it does, on which levels of place it exists."""

    code: str
    names: Names
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """A pack without a fault: every reference in it leads somewhere."""

    folder: Path
    manifest: Manifest
    functions: dict[str, FunctionRow]
    limits: tuple[OfferedLimit, ...]
    offer: Offer
    templates: tuple[OfferedTemplate, ...]
    ladder: tuple[RungFacts, ...]
