"""The worker: what follows from the journal, the letters that wait, and what the clock says, in one loop.

Everything it does is claimed in the database, so it may be killed at any moment and may run several times over.
"""

import logging
import os
import signal
import threading
from datetime import datetime

import click
from django.db import DatabaseError, close_old_connections

from yimen.cases.reacting import move_on
from yimen.intake.channels.letter.working import read_waiting
from yimen.intake.taking import take_waiting
from yimen.journal.reacting import react, retry
from yimen.kernel import clock
from yimen.kernel.chores import do_what_is_due
from yimen.notifications.post_office import send_waiting
from yimen.reactions import REACTIONS
from yimen.schedule import SCHEDULE

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks when nothing was to do
BEHIND = 5  # niceness: where a processor is short, whoever waits for a page goes first; letters wait for a second
PAUSE_AFTER_TROUBLE = 5.0  # seconds, when the database did not answer


def one_round(at: datetime) -> bool:
    """Do all that is to do now; says whether there was anything, so that the next round may follow at once."""
    settled = react(REACTIONS, at)
    tried = retry(REACTIONS, at)
    taken = take_waiting(at)
    read = read_waiting(at)
    sent = send_waiting(at)
    done = do_what_is_due(SCHEDULE, at)
    moved = move_on(at)
    return bool(settled or tried or taken or read or sent or done or moved)


def work(stop: threading.Event, *, supervisor: int | None = None) -> None:
    """Round after round until told to stop, or until the supervisor that started us is no more."""
    while not stop.is_set() and supervisor in (None, os.getppid()):
        try:
            pause = 0.0 if one_round(clock.now()) else PAUSE
        except DatabaseError:
            log.exception("The database did not answer; trying again in %s s", PAUSE_AFTER_TROUBLE)
            pause = PAUSE_AFTER_TROUBLE
        close_old_connections()
        stop.wait(pause)


@click.command()
@click.option("--once", is_flag=True, help="Do what is to do now, then end.")
def worker(*, once: bool) -> None:
    """Run one worker: letters, reactions, the clock. `yimen run` starts one by itself."""
    if once:
        while one_round(clock.now()):
            pass
        return
    os.nice(BEHIND)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    supervisor = os.getppid() if os.environ.get("YIMEN_SUPERVISED") else None
    work(stop, supervisor=supervisor)
