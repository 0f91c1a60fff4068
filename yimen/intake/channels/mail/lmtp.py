"""A mail server on this machine hands mail in (LMTP, RFC 2033). It is told yes only when the mail is on the disk."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from aiosmtpd.controller import Controller, UnixSocketController
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session

from yimen.intake.channels.mail.mailbox import Receive
from yimen.intake.rules import LARGEST
from yimen.kernel.verdict import Refused, gettext_noop

log = logging.getLogger(__name__)
HERE = "250 2.0.0 It is here"
LATER = "451 4.3.0 It cannot be written down at the moment; please hand it in again later"
AT_ONCE = 4  # that write at the same time
NO_PLACE = gettext_noop("This is no place to listen on. Write it like 127.0.0.1:8024 or /run/yimen/lmtp.sock")


class Patient(LMTP):
    """Takes the long lines that some programs write."""

    line_length_limit = 2**20


class Desk:
    """Writes down what is handed in."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._hands = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="lmtp")

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 – its name
        """One answer for each it is for, as the protocol wants; all of them are the town."""
        came_from = f"Return-Path: <{(envelope.mail_from or '').strip('<>')}>\r\n".encode("ascii", "replace")
        mail = came_from + bytes(envelope.original_content or b"")
        try:
            await asyncio.get_running_loop().run_in_executor(self._hands, self._receive, mail, False)
        except Exception as error:  # noqa: BLE001 – whatever it is, it is not on the disk, and its server keeps it
            log.warning("A mail could not be written down: %s", type(error).__name__)
            return "\r\n".join([LATER] * len(envelope.rcpt_tos))
        return "\r\n".join([HERE] * len(envelope.rcpt_tos))


class _Tcp(Controller):
    def factory(self) -> SMTP:
        return Patient(self.handler, **self.SMTP_kwargs)


class _Unix(UnixSocketController):
    def factory(self) -> SMTP:
        return Patient(self.handler, **self.SMTP_kwargs)


def listening(setting: str, receive: Receive) -> Any:  # noqa: ANN401 – aiosmtpd brings no types
    """A server to be started and stopped, at the place that YIMEN_LMTP says; refused in words if it says none."""
    size: dict[str, Any] = {"data_size_limit": LARGEST, "enable_SMTPUTF8": True, "ident": "Yimen"}
    host, port = place_in(setting)
    if not host:
        return _Unix(Desk(receive), unix_socket=setting, **size)
    return _Tcp(Desk(receive), hostname=host, port=port, **size)


def place_in(setting: str) -> tuple[str, int]:
    """Host and port; no host where it is a socket in a folder. Refused in words if it is neither."""
    host, _, port = setting.rpartition(":")
    if setting.startswith("/"):
        return "", 0
    if not host or not port.isdecimal() or not 0 < int(port) < 65_536:
        raise Refused(NO_PLACE)
    return host.strip("[]"), int(port)
