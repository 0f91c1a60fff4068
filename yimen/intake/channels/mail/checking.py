"""Whether the settings for mail do what they say; each no in a sentence for whoever runs the machine."""

import errno
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clamav_client.clamd import ClamdError
from clamav_client.scanner import ClamdScanner
from django.conf import settings
from django.core.mail import get_connection
from imap_tools.errors import MailboxFolderSelectError, MailboxLoginError

from yimen.intake.channels.mail.lmtp import place_in
from yimen.intake.channels.mail.mailbox import TROUBLE, Address, address_in, has_idle, opened
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop

MAILBOX, HANDED_IN = gettext_noop("The mailbox"), gettext_noop("Mail that is handed in")
SCANNER, LETTERS = gettext_noop("The virus scanner"), gettext_noop("Letters that go out")
NO_HOST = gettext_noop("There is no machine called %(host)s.")
NOBODY = gettext_noop("Nobody listens on %(host)s, port %(port)s.")
SILENT = gettext_noop("%(host)s does not answer.")
FALSE = gettext_noop("The certificate of %(host)s is not true: %(why)s")
NO_TLS = gettext_noop("%(host)s does not speak TLS on port %(port)s. For another port or way: imap+tls://… or imap://…")
NO_ENTRY = gettext_noop("%(host)s refuses this user and password.")
NO_FOLDER = gettext_noop("There is no folder “%(folder)s” in the mailbox.")
STRANGE = gettext_noop("%(host)s answers something else than a mail server: %(why)s")
TAKEN = gettext_noop("Somebody listens on %(place)s already. That is as it should be while Yimen runs.")
NO_LISTENING = gettext_noop("Nobody can listen on %(place)s: %(why)s")
FINE = Verdict(gettext_noop("It works."))
SLOW = gettext_noop(
    "It works, and %(number)s mails wait there. The server does not know IDLE: mail comes within half a minute."
)
QUICK = gettext_noop("It works, and %(number)s mails wait there.")


@dataclass(frozen=True)
class Checked:
    """One thing that was tried."""

    what: str
    why_not: Verdict
    fine: Verdict = FINE


def checks() -> Iterator[Checked]:
    """Everything that is set, one after the other."""
    if settings.YIMEN_MAILBOX:
        yield _mailbox(settings.YIMEN_MAILBOX)
    if settings.YIMEN_LMTP:
        yield _handed_in(settings.YIMEN_LMTP)
    if settings.YIMEN_CLAMD:
        yield Checked(SCANNER, _scanner(settings.YIMEN_CLAMD))
    if settings.EMAIL_HOST:
        yield Checked(LETTERS, _letters(settings.EMAIL_HOST, settings.EMAIL_PORT))


def _mailbox(setting: str) -> Checked:
    try:
        address = address_in(setting)
    except Refused as no:
        return Checked(MAILBOX, no.verdict)
    try:
        with opened(address) as box:
            fine = Verdict(QUICK if has_idle(box) else SLOW, {"number": len(box.uids())})
    except TROUBLE as error:
        return Checked(MAILBOX, _of_the_mailbox(error, address))
    return Checked(MAILBOX, YES, fine)


def _of_the_mailbox(error: Exception, address: Address) -> Verdict:
    if isinstance(error, MailboxLoginError):
        return Verdict(NO_ENTRY, {"host": address.host})
    if isinstance(error, MailboxFolderSelectError):
        return Verdict(NO_FOLDER, {"folder": address.folder})
    return why_not(error, address.host, address.port)


def why_not(error: Exception, host: str, port: int) -> Verdict:
    """What an error of the network means."""
    place: dict[str, object] = {"host": host, "port": port}
    if isinstance(error, socket.gaierror):
        return Verdict(NO_HOST, place)
    if isinstance(error, ConnectionRefusedError | FileNotFoundError):
        return Verdict(NOBODY, place)
    if isinstance(error, TimeoutError):
        return Verdict(SILENT, place)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Verdict(FALSE, place | {"why": error.verify_message})
    if isinstance(error, ssl.SSLError):
        return Verdict(NO_TLS, place)
    return Verdict(STRANGE, place | {"why": type(error).__name__})


def _handed_in(setting: str) -> Checked:
    try:
        host, port = place_in(setting)
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET if host else socket.AF_UNIX) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port) if host else setting)
    except Refused as no:
        return Checked(HANDED_IN, no.verdict)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return Checked(HANDED_IN, YES, Verdict(TAKEN, {"place": setting}))
        return Checked(HANDED_IN, Verdict(NO_LISTENING, {"place": setting, "why": error.strerror}))
    if not host:
        Path(setting).unlink(missing_ok=True)  # what we have just put there
    return Checked(HANDED_IN, YES)


def _scanner(address: str) -> Verdict:
    host, _, port = address.rpartition(":")
    try:
        client = ClamdScanner({"backend": "clamd", "address": address, "timeout": 5.0}).client
        try:
            client.ping()
        finally:
            client._close_socket()  # noqa: SLF001 – where nobody answers it is left open
    except ClamdError as error:
        cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
        return why_not(cause, host or address, int(port) if port.isdecimal() else 0)
    except ValueError as error:
        return why_not(error, address, 0)
    return YES


def _letters(host: str, port: int) -> Verdict:
    connection = get_connection()
    try:
        connection.open()
        connection.close()
    except OSError as error:
        return why_not(error, host, port)
    return YES
