"""Typed text, made plain: no control characters, one kind of line end, a known length."""

import unicodedata
from collections.abc import Mapping

from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import Refused, gettext_noop

TOO_LONG = gettext_noop("This is longer than %(longest)s characters. Please shorten it; nothing is lost.")
#: Marks that turn the direction of writing (UAX 9): behind one, a line of a clerk's list would read backwards.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST_NUMBER = 18  # digits that every database holds
#: How a formula begins, for some programs also in the width of Chinese signs.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", *"＝＋－＠")
NO_NAME = gettext_noop("Please write it in one language at least.")
EMPTY = gettext_noop("Please write something here.")


def plain(typed: str, longest: int) -> str:
    """The text without what a person cannot type (NUL, escapes, lone surrogates), in Unicode's composed form (NFC)."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():  # most texts are, and need no look at each character
        text = "".join(c for c in text if c in "\n\t" or not _is_hidden(c))
    text = unicodedata.normalize("NFC", text).strip()  # now that nothing stands between a letter and its mark
    if len(text) > longest:
        raise Refused(TOO_LONG, longest=longest)
    return text


def named(typed: Mapping[str, str], longest: int) -> dict[str, str]:
    """The same for names in several languages: those that are there, and one at least."""
    names = {language: plain(typed.get(language, ""), longest) for language in LANGUAGES}
    names = {language: name for language, name in names.items() if name}
    if not names:
        raise Refused(NO_NAME)
    return names


def number_in(typed: str) -> int | None:
    """A whole number as it was typed or stands in an address; none if it is no number, or longer than any row's."""
    return int(typed) if typed.isdecimal() and len(typed) <= LONGEST_NUMBER else None


def as_a_cell(text: str) -> str:
    """As a cell of a table that leaves the town: a spreadsheet would carry out what begins like a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def _is_hidden(c: str) -> bool:
    """Does this sign act on its neighbours without being seen? Joiners stay: many scripts and pictures need them."""
    return unicodedata.category(c) in {"Cc", "Cs"} or c in TURNING


def needed(typed: str, longest: int) -> str:
    """The same, for what must not be empty."""
    text = plain(typed, longest)
    if not any(c.isprintable() and not c.isspace() for c in text):  # signs of no width alone say nothing
        raise Refused(EMPTY)
    return text
