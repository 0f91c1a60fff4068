"""What carries a letter out of the house, and what came of it: accepted, certainly not accepted, or nobody knows."""

import logging
import os
import smtplib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Max, Min
from django.utils import translation

from yimen.notifications import rules
from yimen.notifications.marks import mark_of
from yimen.notifications.models import Letter
from yimen.notifications.rules import Result
from yimen.notifications.silence import is_silenced
from yimen.notifications.texting.gammu import to_gammu
from yimen.notifications.texting.gateway import to_gateway

log = logging.getLogger(__name__)
_ = translation.gettext

SMS_OUTBOX = "outbox-sms"  # in YIMEN_HOME
#: As HTTP and mail write them (BCP 47).
_TAGS = {"zh-hans": "zh-Hans", "bo": "bo", "en": "en"}


def carry(letter: Letter) -> Result:
    """Try once. Never raises: what cannot be told apart is unknown."""
    try:
        return _by_email(letter) if letter.way == "email" else _by_sms(letter)
    except Exception:
        log.exception("Letter %s: nobody knows whether it was sent", letter.pk)
        return Result.UNKNOWN


def message_of(letter: Letter) -> EmailMessage:
    """The e-mail. A letter is sent as it was written: the person chose this way, and can read it without signal."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    headers = {
        "Message-ID": f"<{mark_of(letter.pk)}@{host}>",  # the same at each try; nobody can make up another one's
        "Auto-Submitted": "auto-generated",  # RFC 3834: no absence notice should answer it
        "Content-Language": _TAGS.get(letter.language, letter.language),
        **_thread_of(letter, host),
    }
    body = rules.with_receipt(letter.body, letter.receipt)
    return EmailMessage(letter.title, body, None, [letter.address], headers=headers)


def _thread_of(letter: Letter, host: str) -> dict[str, str]:
    """What it answers and which letters of ours went before it (RFC 5322, 3.6.4): mail programs show them as one."""
    before = Letter.objects.filter(subject=letter.subject, way="email", pk__lt=letter.pk)
    ends = before.aggregate(first=Min("pk"), last=Max("pk"))
    ours = [f"<{mark_of(number)}@{host}>" for number in dict.fromkeys(ends.values()) if number]
    line = [*ours, *([letter.answers] if letter.answers else [])]
    return {"In-Reply-To": line[-1], "References": " ".join(line)} if line else {}


def sms_of(letter: Letter) -> str:
    """The text message: what it is about and where to read it, never what an office or a resident wrote.

    A text lies open on a lock screen and is read by whoever holds the telephone. What answers a text says all there.
    """
    if letter.code in rules.TEXTED_WHOLE:
        return rules.with_receipt(letter.body, letter.receipt)
    with translation.override(letter.language):
        return _("%(title)s. You can read it with your receipt.") % {"title": letter.title}


def _by_email(letter: Letter) -> Result:
    message = message_of(letter)
    try:
        message.message()  # an address or a title that no mail can have is noticed here
        connection = get_connection()
    except (ValueError, ImproperlyConfigured) as error:
        return _refused(letter, error)
    try:
        return _through(connection, letter, message)
    finally:
        with suppress(OSError):  # a server that hangs up without a farewell has accepted all the same
            connection.close()


def _through(connection: BaseEmailBackend, letter: Letter, message: EmailMessage) -> Result:
    """One connection a letter: a drop then concerns this letter only. All errors of smtplib are OSErrors."""
    try:
        connection.open()
    except OSError as error:
        return _refused(letter, error)
    try:
        connection.send_messages([message])
    except smtplib.SMTPServerDisconnected as error:
        return _unknown(letter, error)
    except (smtplib.SMTPException, ValueError) as error:
        return _refused(letter, error)  # the server has answered: no
    except OSError as error:
        return _unknown(letter, error)
    return Result.ACCEPTED


def _by_sms(letter: Letter) -> Result:
    transport = TRANSPORTS.get(settings.YIMEN_SMS)
    if transport is None:
        return _refused(letter, LookupError(settings.YIMEN_SMS))
    if letter.code not in rules.TEXTED_WHOLE and is_silenced(letter.address):
        return Result.UNWANTED
    return transport(letter, sms_of(letter))


def _to_outbox(letter: Letter, text: str) -> Result:
    """A file a message, under the letter's number, so that a second one could not appear beside it."""
    folder = Path(settings.HOME) / SMS_OUTBOX
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = folder / f".letter-{letter.pk}.{os.getpid()}"
        part.write_text(f"To: {letter.address}\nContent-Language: {_TAGS.get(letter.language, '')}\n\n{text}\n")
        part.replace(folder / f"letter-{letter.pk}.txt")
    except OSError as error:
        return _refused(letter, error)
    return Result.ACCEPTED


#: How text messages leave the house, by the name in the setting YIMEN_SMS.
Transport = Callable[[Letter, str], Result]
TRANSPORTS: dict[str, Transport] = {"outbox": _to_outbox, "gateway": to_gateway, "gammu": to_gammu}


def _refused(letter: Letter, error: Exception) -> Result:
    log.warning("Letter %s was not accepted: %s", letter.pk, _kind(error))
    return Result.REFUSED


def _unknown(letter: Letter, error: Exception) -> Result:
    log.warning("Letter %s: nobody knows whether it was accepted: %s", letter.pk, _kind(error))
    return Result.UNKNOWN


def _kind(error: Exception) -> str:
    """The error without its words, which may hold somebody's address."""
    return " ".join([type(error).__name__, *(str(a) for a in error.args[:1] if isinstance(a, int))])
