"""What a channel understands of what came, in the one form for all of them. Pure: no Django, no clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from yimen.cases.rules import Channel


class Unreadable(Exception):
    """No program can make anything of it; a person has to look."""


class Asking(StrEnum):
    """What a text message may ask of the program itself."""

    STANDING = "standing"
    STOP = "stop"
    START = "start"


@dataclass(frozen=True)
class Ask:
    """One such question, in which language, and the receipt that stands in it."""

    what: Asking
    language: str
    code: str = ""


@dataclass(frozen=True)
class Part:
    """One part of a long text message: which of how many, and what its sender's network calls the whole."""

    ref: str
    number: int
    of: int


@dataclass(frozen=True)
class Said:
    """What somebody wrote, as text."""

    words: str = ""
    fresh: str = ""  # without what is only quoted: what is new when it answers a letter of ours
    title: str = ""
    language: str = "zh-hans"
    address: str = ""  # where an answer can go by mail
    number: str = ""  # or by text message
    files: tuple[tuple[str, bytes], ...] = ()
    receipts: tuple[str, ...] = ()  # codes that stand in it
    letters: tuple[str, ...] = ()  # Message-IDs of what it answers
    own_id: str = ""  # Message-ID of its own
    returned: tuple[str, ...] = ()  # Message-IDs of what could not be delivered, as it reports
    is_automatic: bool = False  # a program wrote it; it is never answered
    is_spoken: bool = False  # somebody has to listen and type it
    part: Part | None = None
    ask: Ask | None = None  # it asks something that the program answers; it is no matter of its own

    @property
    def sender(self) -> str:
        """Whose things are counted together, so that no program fills the lists; kept as a hash of the day."""
        return self.address.lower() or self.number

    @property
    def is_empty(self) -> bool:
        """Is there nothing to read and nothing to see?"""
        return not self.words.strip() and not self.files


@dataclass(frozen=True)
class Inlet:
    """One channel by which things come in as bytes: by which way a case counts as having come, and how it is read."""

    counts_as: Channel
    read: Callable[[bytes], Said]  # raises Unreadable, or whatever else a strange one makes it raise
    #: What makes two of them the same; of a mail not the stamps that servers put on it underway.
    sameness: Callable[[bytes], bytes] = field(default=bytes)
    needs_address: bool = True  # False: whoever wrote is answered on the spot
    hook: "Hook | None" = None


@dataclass(frozen=True)
class Hook:
    """For a channel whose own server brings what came to ``/come/<channel>/``."""

    proves: Callable[[bytes, Mapping[str, str]], bool]  # content, and what the address asks: is it really that server?
    answer: Callable[[bytes, Mapping[str, str], str], bytes]  # the same, and the receipt of a new case, else empty
    #: Is it a report on something that we sent? Then it was noted, and nothing came in.
    reported: Callable[[bytes, datetime], bool] = lambda _content, _at: False
