"""What a browser asks and hears, a few times a minute or a second: JSON, read with suspicion."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from yimen.meetings.rules import LONGEST_LINE, LONGEST_SIGNAL, MOST_AT_ONCE, MOST_SEATS, Say

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,64}")
_PAGE = re.compile(r"[A-Za-z0-9_-]{8,24}")
LARGEST = 2**31


@dataclass(frozen=True)
class Asked:
    """One question of a browser, with what it has to say."""

    browser: str  # the secret of this browser, for this meeting
    page: str  # drawn anew whenever the page is opened
    heard: int = 0  # the last signal it has
    mark: int = 0  # the last mark of the meeting it has
    comes: bool = False  # it has just been opened
    leaves: bool = False
    wants_servers: bool = False
    signals: tuple[tuple[int, str], ...] = ()  # to which seat, what
    lines: tuple[tuple[Say, str], ...] = ()


@dataclass(frozen=True)
class Told:
    """The answer; what is not there has not changed."""

    state: str  # a Sitting, or "elsewhere", or "over"
    mark: int = 0
    me: int = 0
    moves: int = 0  # how often another browser took this seat
    signals: list[tuple[int, int, str]] = field(default_factory=list)  # number, from which seat, what
    seats: list[dict[str, object]] | None = None
    lines: list[dict[str, object]] | None = None
    slides: list[dict[str, object]] | None = None
    servers: dict[str, object] | None = None


def read(data: object) -> Asked | None:
    """The question, if it is one: of the right shape, no longer and no more than a browser of ours sends."""
    if not isinstance(data, dict):
        return None
    try:
        signals = tuple(_signal(one) for one in _few(data.get("signals", [])))
        lines = tuple(_line(one) for one in _few(data.get("lines", [])))
        return Asked(
            browser=_word(data.get("browser"), _SECRET), page=_word(data.get("page"), _PAGE),
            heard=_number(data.get("heard", 0)), mark=_number(data.get("mark", 0)), comes=data.get("comes") is True,
            leaves=data.get("leaves") is True, wants_servers=data.get("servers") is True, signals=signals, lines=lines,
        )  # fmt: skip
    except (ValueError, TypeError, KeyError):
        return None


def _few(given: Any) -> list[Any]:  # noqa: ANN401 – JSON
    if not isinstance(given, list) or len(given) > MOST_AT_ONCE:
        raise ValueError
    return given


def _word(given: object, shape: re.Pattern[str]) -> str:
    if not isinstance(given, str) or not shape.fullmatch(given):
        raise ValueError
    return given


def _number(given: object, most: int = LARGEST) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given < most:
        raise ValueError
    return given


def _signal(given: dict[str, object]) -> tuple[int, str]:
    """Whom it comes from is said by us; a browser that said so itself could pass for another one."""
    what = _text(given["what"], LONGEST_SIGNAL)
    told = json.loads(what, parse_constant=_word_of_no_browser)
    if not isinstance(told, dict) or "by" in told:
        raise ValueError
    return _number(given["to"], MOST_SEATS + 1), what


def _word_of_no_browser(word: str) -> None:
    """Python reads NaN; no browser does."""
    raise ValueError(word)


def _line(given: dict[str, object]) -> tuple[Say, str]:
    return Say(str(given["kind"])), _text(given["words"], LONGEST_LINE).strip()


def _text(given: object, most: int) -> str:
    if not isinstance(given, str) or not 0 < len(given) <= most or "\0" in given:
        raise ValueError
    given.encode()  # half a pair of code units is no text
    return given
