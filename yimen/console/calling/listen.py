"""``yimen phone run``: listens to Asterisk, and fetches what gammu-smsd has received. `yimen run` starts it."""

import os
import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click
from django.conf import settings
from django.db import close_old_connections

from yimen.calls.ringing import note_ring
from yimen.calls.rules import Heard
from yimen.intake.channels.phone import listening
from yimen.intake.channels.phone.ari import exchange_in
from yimen.intake.channels.sms import folder
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.verbs.receive import receive_arrival
from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.notifications.reports import note_report

NOTHING_SET = "Neither YIMEN_ARI nor YIMEN_SMS=gammu is set, so there is nothing to listen to. docs/phone.md says how."


def _heard(heard: Heard) -> None:
    _freshly(lambda: note_ring(heard, clock.now()))


def _received(channel: str) -> Callable[[bytes], None]:
    return lambda content: _freshly(
        lambda: receive_arrival(by=NEWCOMER, channel=channel, content=content, at=clock.now())
    )


def _reported(mark: str, arrived: bool) -> None:  # noqa: FBT001 – see folder.Report
    _freshly(lambda: note_report(mark, arrived=arrived, at=clock.now()))


def _freshly(write: Callable[[], object]) -> None:
    """On the disk when this returns; a connection that was broken meanwhile is another one."""
    close_old_connections()
    try:
        write()
    finally:
        close_old_connections()


def is_set() -> bool:
    """Is there anything to listen to?"""
    return bool(settings.YIMEN_ARI or settings.YIMEN_SMS == "gammu")


@click.command()
def run() -> None:
    """Listen to Asterisk and to gammu-smsd until Ctrl-C. `yimen run` starts this by itself where either is set."""
    if not is_set():
        raise click.ClickException(NOTHING_SET)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        listen(stop, supervisor=os.getppid() if os.environ.get("YIMEN_SUPERVISED") else None)
    except Refused as no:
        raise click.ClickException(str(no.verdict)) from None


def listen(stop: threading.Event, *, supervisor: int | None = None) -> None:
    """Until told to stop, or until the supervisor that started us is no more."""
    watching: list[threading.Thread] = []
    if settings.YIMEN_ARI:
        ears = (exchange_in(settings.YIMEN_ARI), _heard, _received("phone"), stop)
        watching.append(threading.Thread(target=listening.watch, args=ears))
    if settings.YIMEN_SMS == "gammu":
        home = Path(settings.YIMEN_SMS_GAMMU)
        fetching = (home, _received("sms"), _reported, lambda: clock.now().timestamp(), stop)
        watching.append(threading.Thread(target=folder.watch, args=fetching))
    with ExitStack() as open_ones:
        for thread in watching:
            thread.start()
            open_ones.callback(thread.join)
        open_ones.callback(stop.set)
        while not stop.wait(1.0) and supervisor in (None, os.getppid()):
            pass
