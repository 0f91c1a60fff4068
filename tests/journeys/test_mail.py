"""The process that takes mail in is killed in the middle: every mail is there once, and none is left in the mailbox."""

import os
import signal
import subprocess
from functools import partial

import pytest

from tests import make, make_mail
from tests.journeys.running import YIMEN, until
from tests.verbs.intake.dovecot import dovecot
from yimen.cases.models import Case
from yimen.intake.models import Arrival
from yimen.intake.taking import take_waiting

LONG_AFTER = make.MONDAY.replace(year=2030)
EACH, KILLS = 20, 1


@pytest.mark.slow
def test_killed_in_the_middle_it_takes_every_mail_once(beside: dict[str, str]) -> None:
    make.town()
    with dovecot() as server:
        environment = beside | {"YIMEN_MAILBOX": server.address, "YIMEN_LMTP": ""}
        for turn in range(KILLS + 1):
            before = Arrival.objects.count()
            numbers = range(turn * EACH, turn * EACH + EACH)
            server.deliver(*(make_mail.mail(f"Lamp {n:02}", sender=f"r{n}@example.org") for n in numbers))
            process = subprocess.Popen([*YIMEN, "mail", "run"], env=environment)
            try:  # killed as soon as it has begun: some are here and still there, most are only there
                until(partial(_has_begun, before) if turn < KILLS else lambda: server.left() == 0, seconds=60)
            finally:
                os.kill(process.pid, signal.SIGKILL if turn < KILLS else signal.SIGTERM)
                process.wait(10)
    assert Arrival.objects.count() == EACH * (KILLS + 1)
    while take_waiting(LONG_AFTER):
        pass
    words = sorted(case.words for case in Case.objects.all())
    assert words == [f"A lamp\n\nLamp {number:02}" for number in range(EACH * (KILLS + 1))]


def _has_begun(before: int) -> bool:
    return Arrival.objects.count() > before
