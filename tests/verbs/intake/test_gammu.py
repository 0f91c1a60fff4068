"""The folder of a real gammu-smsd with its make-believe telephone: what it writes we read, what we write it sends."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests import make
from tests.journeys.running import until
from yimen.cases.rules import Way
from yimen.intake.channels.sms.folder import report_all, take_all
from yimen.intake.channels.sms.texts import understood
from yimen.notifications.post_office import Sent, send_waiting

DAEMON, PROGRAM = shutil.which("gammu-smsd"), shutil.which("gammu")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.one_database,
    pytest.mark.skipif(
        not DAEMON or not PROGRAM,
        reason="There is no gammu-smsd on this machine (on Debian: apt-get install gammu gammu-smsd).",
    ),
]
SETTINGS = """
[gammu]
model = dummy
connection = none
port = {home}/telephone
gammuloc = /dev/null
[smsd]
service = files
logfile = {home}/log
inboxpath = {home}/inbox/
outboxpath = {home}/outbox/
sentsmspath = {home}/sent/
errorsmspath = {home}/error/
inboxformat = unicode
loopsleep = 1
commtimeout = 1
checksecurity = 0
checkbattery = 0
checksignal = 0
checknetwork = 0
"""
LONG = "小学门口的路灯三天不亮，孩子放学看不见路，请尽快修好，谢谢你们。" * 4


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Its folder; the make-believe telephone has one long message."""
    for name in ("telephone", "inbox", "outbox", "sent", "error"):
        (tmp_path / name).mkdir()
    (tmp_path / "smsdrc").write_text(SETTINGS.format(home=tmp_path))
    save = ["gammu", "-c", "smsdrc", "savesms", "TEXT", "-folder", "1", "-sender", "+8613900000001", "-unicode"]
    spoken = os.environ | {"LC_ALL": "C.UTF-8"}
    subprocess.run(
        [*save, "-len", "400", "-unread"],
        cwd=tmp_path,
        input=LONG.encode(),
        env=spoken,
        capture_output=True,
        check=True,
    )
    daemon = subprocess.Popen(
        ["gammu-smsd", "-c", "smsdrc"], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield tmp_path
    daemon.terminate()
    daemon.wait(20)


def test_it_reads_what_we_write_and_we_read_what_it_writes(home: Path, settings: Settings) -> None:
    settings.YIMEN_SMS, settings.YIMEN_SMS_GAMMU = "gammu", str(home)
    make.case(tell=Way.SMS, phone="+86 139 0000 0000")
    assert send_waiting(make.MONDAY) == Sent(sent=1)
    until(lambda: list((home / "sent").glob("OUT*")) and len(list((home / "inbox").glob("IN*"))) == 2)
    came: list[bytes] = []
    assert take_all(home, came.append, now=2**40) == 1
    assert [(understood(each).words, understood(each).number) for each in came] == [(LONG, "+8613900000001")]
    assert report_all(home, lambda *_: pytest.fail("nothing failed")) == 0
    sent = (home / "log").read_text(errors="replace")
    assert "+8613900000000" in sent
    assert not [*(home / "error").iterdir(), *(home / "sent").iterdir(), *(home / "inbox").iterdir()]
