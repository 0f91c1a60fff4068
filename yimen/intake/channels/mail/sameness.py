"""When two mails are one: its sender's server was not told in time that it is here, and hands it in again."""

import re

_HEAD = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(rb"\r?\n[ \t]+")
#: What the sender's program wrote once; what servers stamp on it underway differs each time.
_ITS_OWN = (b"message-id", b"date", b"from", b"to", b"subject")


def sameness(raw: bytes) -> bytes:
    """Its own lines and its whole body. Neither alone would do: programs give two mails one Message-ID, and somebody
    who guesses the Message-ID of a mail to come must not be able to keep it out.
    """
    head, *body = _HEAD.split(raw, maxsplit=1)
    lines = _FOLDED.sub(b" ", head).splitlines()
    own = sorted(line.strip() for line in lines if line.partition(b":")[0].strip().lower() in _ITS_OWN)
    text = b"\n".join(line.rstrip() for line in (body[0] if body else b"").splitlines()).strip()
    return b"\n".join([*own, b"", text])
