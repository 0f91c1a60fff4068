"""Typed text, made plain: no control characters, one kind of line end, a known length."""

import unicodedata

from yimen.kernel.verdict import Refused, gettext_noop

TOO_LONG = gettext_noop("This is longer than %(longest)s characters. Please shorten it; nothing is lost.")
EMPTY = gettext_noop("Please write something here.")


def plain(typed: str, longest: int) -> str:
    """The text without what a person cannot type (NUL, escapes, lone surrogates), in Unicode's composed form (NFC)."""
    text = unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.isprintable():  # most texts are, and need no look at each character
        text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    text = text.strip()
    if len(text) > longest:
        raise Refused(TOO_LONG, longest=longest)
    return text


def needed(typed: str, longest: int) -> str:
    """The same, for what must not be empty."""
    text = plain(typed, longest)
    if not any(c.isprintable() and not c.isspace() for c in text):  # signs of no width alone say nothing
        raise Refused(EMPTY)
    return text
