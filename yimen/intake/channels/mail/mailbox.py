"""The town's mailbox: what lies there is written down here, and only then removed there."""

import imaplib
import logging
import re
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from yimen.intake.rules import BEGINNING, LARGEST
from yimen.kernel.verdict import Refused, gettext_noop

log = logging.getLogger(__name__)
Receive = Callable[[bytes, bool], object]  # the mail, and whether it is only its beginning

TROUBLE = (OSError, imaplib.IMAP4.error, ImapToolsError)  # all that a server or the way to it can do
AT_ONCE = 50  # mails between two removals
TOO_LARGE = "YimenTooLarge"  # what stays in the mailbox, because only its beginning was fetched
LOOK_AGAIN = 300.0  # seconds; a server may forget to say that something came
WITHOUT_IDLE = 30.0
PATIENCE = 30  # seconds for one answer
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_PORTS = {"imaps": 993, "imap+tls": 143, "imap": 143}
NO_MAILBOX = gettext_noop("This is no mailbox. Write it like imaps://user:password@host/INBOX")


@dataclass(frozen=True)
class Address:
    """Where the mailbox is, and who opens it."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    folder: str


def address_in(setting: str) -> Address:
    """What YIMEN_MAILBOX says; refused in words if it says nothing."""
    try:
        parts = urlsplit(setting)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        raise Refused(NO_MAILBOX) from None
    if parts.scheme not in _PORTS or not parts.hostname or not parts.username:
        raise Refused(NO_MAILBOX)
    user, password = unquote(parts.username), unquote(parts.password or "")
    return Address(parts.scheme, parts.hostname, port, user, password, unquote(parts.path.strip("/")) or "INBOX")


def opened(address: Address) -> BaseMailBox:
    """Signed in, in the folder; over TLS only with a certificate that is true."""
    if address.scheme == "imaps":
        box: BaseMailBox = MailBox(address.host, address.port, PATIENCE, ssl_context=ssl.create_default_context())
    elif address.scheme == "imap+tls":
        box = MailBoxStartTls(address.host, address.port, PATIENCE, ssl_context=ssl.create_default_context())
    else:
        box = MailBoxUnencrypted(address.host, address.port, PATIENCE)
    try:
        return box.login(address.user, address.password, address.folder)
    except BaseException:
        box.client.shutdown()
        raise


def fetch_all(box: BaseMailBox, receive: Receive, stop: threading.Event) -> int:
    """Everything that lies there, oldest first; says how much. What was written down is removed, a bunch at a time."""
    waiting, done = box.uids(f"UNDELETED UNKEYWORD {TOO_LARGE}"), 0
    while waiting and not stop.is_set():
        bunch, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
        whole = [uid for uid in bunch if _fetched(box, uid, receive)]
        if whole:
            box.delete(whole)
        done += len(bunch)
    return done


def _fetched(box: BaseMailBox, uid: str, receive: Receive) -> bool:
    """Write it down; False if it is too large to be removed there."""
    size = _SIZE.search(b" ".join(_pieces(box, uid, "(RFC822.SIZE)")))
    is_large = size is not None and int(size[1]) > LARGEST
    pieces = _pieces(box, uid, f"(BODY.PEEK[]<0.{BEGINNING}>)" if is_large else "(BODY.PEEK[])")
    if not pieces:
        return False  # somebody else has removed it meanwhile
    receive(max(pieces, key=len), is_large)
    if is_large:
        box.client.uid("STORE", uid, "+FLAGS", f"({TOO_LARGE})")
    return not is_large


def _pieces(box: BaseMailBox, uid: str, what: str) -> list[bytes]:
    kind, data = box.client.uid("FETCH", uid, what)
    if kind != "OK":
        raise imaplib.IMAP4.error(kind)
    found: list[bytes] = []
    for each in data:
        found += [p for p in (each if isinstance(each, tuple) else (each,)) if isinstance(p, bytes)]
    return found


def has_idle(box: BaseMailBox) -> bool:
    """Does the server say by itself that something came?"""
    return "IDLE" in box.client.capabilities


def wait(box: BaseMailBox, stop: threading.Event) -> None:
    """Until something comes, or it is time to look again."""
    if not has_idle(box):
        stop.wait(WITHOUT_IDLE)
        return
    until = time.monotonic() + LOOK_AGAIN
    box.idle.start()  # type: ignore[no-untyped-call]
    said: Sequence[bytes] = ()
    while not said and not stop.is_set() and time.monotonic() < until:
        said = box.idle.poll(timeout=0.5)
    box.idle.stop()  # type: ignore[no-untyped-call]


def watch(address: Address, receive: Receive, stop: threading.Event) -> None:
    """Fetch and wait, for ever; when the mailbox or the database is away, try again, later and later."""
    pause = FIRST_PAUSE
    while not stop.is_set():
        try:
            with opened(address) as box:
                while not stop.is_set():
                    fetch_all(box, receive, stop)
                    pause = FIRST_PAUSE
                    wait(box, stop)
        except Exception as error:  # noqa: BLE001 – whatever it is, mail goes on lying there, and is tried again
            log.warning("The mailbox on %s: %s; trying again in %g s", address.host, type(error).__name__, pause)
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
