"""Whether a program wrote it (RFC 3834): an answer to it would be answered again, for ever."""

import re
from email.message import Message

from yimen.intake.channels.mail.heads import address_of, line_of, lines_of

_LISTS = ("list-id", "list-unsubscribe", "list-post", "list-help", "feedback-id")
_REPLIES = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-failed-recipients", "x-loop")
_BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
_PROGRAMS = re.compile(
    r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|listserv|majordomo)([+=-].*)?|.*-(bounces|request)"
)


def is_automatic(mail: Message, own: str) -> bool:
    """``own``: the address that letters of this town come from; what seems to come from there has come back."""
    return (
        _says_so(mail)
        or _is_from_nobody(mail)
        or any(True for name in (*_LISTS, *_REPLIES) for _ in lines_of(mail, name))
        or mail.get_content_type() in {"multipart/report", "message/delivery-status"}
        or address_of(mail).lower() == own.lower()
        or bool(_PROGRAMS.fullmatch(address_of(mail).partition("@")[0].lower()))
    )


def _says_so(mail: Message) -> bool:
    submitted = line_of(mail, "auto-submitted").partition(";")[0].strip().lower()
    return submitted not in {"", "no"} or line_of(mail, "precedence").strip().lower() in _BULK


def _is_from_nobody(mail: Message) -> bool:
    """An empty return path: who sent it wants no answer, not even that it failed."""
    return any(line.strip() in {"<>", ""} for line in lines_of(mail, "return-path"))
