"""A mail as bytes → what somebody said."""

import re
import unicodedata
from collections.abc import Iterable
from email import message_from_bytes
from email.message import Message
from email.utils import parseaddr

from django.conf import settings

from yimen.files.sniffing import sniff
from yimen.intake.channels.mail.automatic import is_automatic
from yimen.intake.channels.mail.bodies import body_of
from yimen.intake.channels.mail.fresh import fresh_of
from yimen.intake.channels.mail.heads import address_of, answered_by, line_of, own_id, title_of
from yimen.intake.channels.mail.languages import language_of
from yimen.intake.channels.mail.returned import returned_by
from yimen.intake.reading import Said, Unreadable
from yimen.kernel.receipts import read

#: With dashes, or in one piece with a digit in it: three ordinary words of five letters are no receipt.
_CODE = re.compile(r"(?<!\w)(?:\w{5}[-–—‐‑]\w{5}[-–—‐‑]\w{5}|(?=[a-z]*\d)\w{15})(?!\w)", re.IGNORECASE)
_MOST_CODES = 5
_LOOKED_AT = 200_000  # characters


def understood(raw: bytes) -> Said:
    """Words, files, where an answer goes, and what proves that it belongs to a case that is here."""
    mail = message_from_bytes(raw)
    if not mail.keys():
        raise Unreadable
    body, title = body_of(mail), title_of(mail)
    if sounds := spoken_in(mail, body.files):
        return Said(files=sounds, language=settings.LANGUAGE_CODE, is_spoken=True)
    words = _with_title(title, body.text)
    return Said(
        words=words,
        fresh=fresh_of(body.text),
        title=title,
        language=language_of(words, settings.LANGUAGE_CODE),
        address=address_of(mail),
        files=tuple(body.files),
        receipts=receipts_in(f"{title}\n{body.text}"),
        letters=answered_by(mail),
        own_id=own_id(mail),
        returned=returned_by(mail),
        is_automatic=_is_a_programs(mail),
    )


def spoken_in(mail: Message, files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """The sounds in a mail of the town's own telephone exchange, which tells what somebody has spoken.

    Its words are left out: an exchange writes there which number called.
    """
    exchange = settings.YIMEN_VOICEMAIL_FROM.lower()
    if not exchange or parseaddr(line_of(mail, "from"))[1].lower() != exchange:
        return ()
    return tuple((name, content) for name, content in files if sniff(name, content).type.startswith("audio/"))


def receipts_in(text: str) -> tuple[str, ...]:
    """All receipts that stand anywhere in it, also in what is quoted."""
    found = (read(code) for code in _CODE.findall(unicodedata.normalize("NFKC", text[:_LOOKED_AT])))
    return tuple(dict.fromkeys(code for code in found if code))[:_MOST_CODES]


def _with_title(title: str, text: str) -> str:
    return text if not title or text.startswith(title) else f"{title}\n\n{text}".strip()


def _is_a_programs(mail: Message) -> bool:
    return is_automatic(mail, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
