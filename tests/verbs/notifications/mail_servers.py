"""Real mail servers on this machine: one that takes mail, and some that misbehave."""

import socket
from asyncio import Transport
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Barrier
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django.fixtures import Settings


class Box:
    """Takes every mail, or answers as it is told to."""

    def __init__(self, *, to_recipient: str = "250 OK", to_mail: str = "250 OK", hang_up: bool = False) -> None:
        self.to_recipient, self.to_mail, self.hang_up = to_recipient, to_mail, hang_up
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(  # noqa: N802 – aiosmtpd's own name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 – as above
        content = cast("bytes", envelope.content)
        self.mails.append(message_from_bytes(content, policy=policy.default))
        if self.hang_up:
            cast("Transport", server.transport).abort()
        return self.to_mail


@contextmanager
def serving(box: Box, settings: Settings, port: int = 0) -> Iterator[Controller]:
    """This server is the town's mail server."""
    server = Controller(box, hostname="127.0.0.1", port=port or free_port(), ready_timeout=20)
    server.start()
    use(settings, server.port)
    try:
        yield server
    finally:
        server.stop()


def use(settings: Settings, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def together(workers: int) -> Barrier:
    """Where so many threads wait for one another."""
    return Barrier(workers, timeout=20)
