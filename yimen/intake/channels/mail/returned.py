"""A report that a mail could not be delivered (RFC 3464): which one, by its Message-ID and nothing else."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from yimen.intake.channels.mail.heads import line_of, own_id

_MOST_PARTS = 50


def returned_by(mail: Message) -> tuple[str, ...]:
    """What certainly did not arrive; empty where it only waits, or where this is no such report."""
    if mail.get_content_type() != "multipart/report":
        return ()
    parts = [part for _, part in zip(range(_MOST_PARTS), mail.walk(), strict=False)]
    if not any(_says_failed(part) for part in parts):
        return ()
    ids = (own_id(original) for part in parts for original in _originals(part))
    return tuple(dict.fromkeys(one for one in ids if one))


def _says_failed(part: Message) -> bool:
    """A block for each who was to get it; "delayed" and "relayed" are no failure (RFC 3464, 2.3.3)."""
    blocks = part.get_payload() if part.get_content_type() == "message/delivery-status" else None
    if not isinstance(blocks, list):
        return False
    return any(isinstance(b, Message) and line_of(b, "action").strip().lower() == "failed" for b in blocks)


def _originals(part: Message) -> Iterator[Message]:
    """The mail that came back: whole, or its head alone."""
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        yield from (inner for inner in part.get_payload() if isinstance(inner, Message))
    if part.get_content_type() == "text/rfc822-headers":
        head = part.get_payload(decode=True)
        if isinstance(head, bytes):
            yield message_from_bytes(head)
