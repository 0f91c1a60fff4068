"""``yimen mail run``: the process that takes mail in. `yimen run` starts it where the settings name a way."""

import os
import signal
import threading
from contextlib import ExitStack

import click
from django.conf import settings
from django.db import close_old_connections

from yimen.intake.channels.mail.lmtp import listening
from yimen.intake.channels.mail.mailbox import address_in, watch
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.verbs.receive import receive_arrival
from yimen.kernel import clock
from yimen.kernel.verdict import Refused

NOTHING_SET = "Neither YIMEN_MAILBOX nor YIMEN_LMTP is set, so no mail comes in. docs/operate.md says how."


def written_down(mail: bytes, beginning_only: bool) -> None:  # noqa: FBT001 – see Receive
    """On the disk when this returns."""
    close_old_connections()
    try:
        receive_arrival(by=NEWCOMER, channel="mail", content=mail, beginning_only=beginning_only, at=clock.now())
    finally:
        close_old_connections()


@click.command()
def run() -> None:
    """Take mail in until Ctrl-C, from the mailbox and from a mail server. `yimen run` starts this by itself."""
    if not settings.YIMEN_MAILBOX and not settings.YIMEN_LMTP:
        raise click.ClickException(NOTHING_SET)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        take_in(stop, supervisor=os.getppid() if os.environ.get("YIMEN_SUPERVISED") else None)
    except Refused as no:
        raise click.ClickException(str(no.verdict)) from None


def take_in(stop: threading.Event, *, supervisor: int | None = None) -> None:
    """Until told to stop, or until the supervisor that started us is no more."""
    with ExitStack() as open_ones:
        if settings.YIMEN_MAILBOX:
            watching = threading.Thread(target=watch, args=(address_in(settings.YIMEN_MAILBOX), written_down, stop))
            watching.start()
            open_ones.callback(watching.join)
            open_ones.callback(stop.set)
        if settings.YIMEN_LMTP:
            server = listening(settings.YIMEN_LMTP, written_down)
            server.start()
            open_ones.callback(server.stop)
        while not stop.wait(1.0) and supervisor in (None, os.getppid()):
            pass
        stop.set()
