"""The head of a mail: where an answer goes, what it is about, and which mails it answers. Nothing here raises."""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from yimen.intake.channels.mail.texts import decoded

_LONGEST = 10_000  # characters of one line of the head; whatever is beyond is no name and no subject
_ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"]{1,64}@[^\s@<>()\[\]\\,;:\"]{1,189}")
_ID = re.compile(r"<([^<>\s]{1,250})>")
_MOST_IDS = 50
_ANSWERING = re.compile(r"\s*((re|aw|sv|fw|fwd|回复|答复|转发|回覆)\s*(\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)


def lines_of(mail: Message, name: str) -> Iterator[str]:
    """Each line of this name, as it stands there."""
    for key, value in mail.raw_items():
        if key.lower() == name:
            yield str(value)[:_LONGEST]


def line_of(mail: Message, name: str) -> str:
    """The first line of this name, in words; empty if there is none."""
    return next((in_words(raw) for raw in lines_of(mail, name)), "")


def in_words(raw: str) -> str:
    """What an encoded line says (RFC 2047), and what programs write that know no such rule."""
    text = decoded(raw.encode("ascii", "surrogateescape")) if not raw.isascii() else raw
    try:
        parts = [p if isinstance(p, str) else decoded(p, charset or "") for p, charset in decode_header(text)]
    except (HeaderParseError, ValueError):
        parts = [text]
    return " ".join("".join(parts).split())


def address_of(mail: Message) -> str:
    """Where its writer wants the answer; empty if nobody could send one there."""
    for name in ("reply-to", "from"):
        raw = [line[:2_000] for line in lines_of(mail, name)]
        found = [address.strip() for _, address in getaddresses(raw) if _ADDRESS.fullmatch(address.strip())]
        if found and found[0].isascii():
            return found[0]
    return ""


def title_of(mail: Message) -> str:
    """What it is about, without the marks of an answer."""
    return _ANSWERING.sub("", line_of(mail, "subject"), count=1)


def answered_by(mail: Message) -> tuple[str, ...]:
    """The Message-IDs of the mails that this one answers, the nearest last."""
    lines = [*lines_of(mail, "references"), *lines_of(mail, "in-reply-to")]
    return tuple(dict.fromkeys(_ID.findall(" ".join(lines))))[-_MOST_IDS:]


def own_id(mail: Message) -> str:
    """Its own Message-ID with the brackets, if other mails can name it; empty if not."""
    found = _ID.search(" ".join(lines_of(mail, "message-id")))
    return found[0] if found and found[0].isascii() and found[0].isprintable() else ""
