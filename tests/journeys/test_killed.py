"""The server is killed at any moment while residents send: nothing acknowledged is lost, nothing is doubled."""

import os
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import override_settings

from tests.journeys.running import ROOT, YIMEN, children, free_port, open_door, stop, until
from yimen.kernel.receipts import new_nonce, read
from yimen.kernel.seal import opened

HANDS, KILLS = 4, 7
MOST = 100  # forms of one hand
RECEIPT = re.compile(r'class="y-receipt"[^>]*>(.*?)</strong>', re.DOTALL)
SET_UP = """
import django
django.setup()
from django.core.management import call_command
from tests.make import MONDAY, set_up_town
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
set_up_town(MONDAY)
"""
Answer = tuple[int, str, dict[str, str]]


class Door:
    """A real ``yimen run`` on a small town, every commit on the disk before it is acknowledged."""

    def __init__(self, home: Path) -> None:
        self.home, self.port, self.log = home, free_port(), home / "log"
        environment = {k: v for k, v in os.environ.items() if k != "YIMEN_DATABASE"}
        self.environment = environment | {
            "YIMEN_HOME": str(home), "YIMEN_SQLITE_SYNC": "FULL", "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1",
        }  # fmt: skip
        subprocess.run([sys.executable, "-c", SET_UP], env=self.environment, cwd=home, check=True)
        with self.log.open("wb") as out:
            command = [*YIMEN, "run", "--empty", "--port", str(self.port)]
            self.process = subprocess.Popen(command, env=self.environment, stdout=out, stderr=out, cwd=home)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def servers(self) -> list[int]:
        """The web server's processes, those that answer first."""
        parts = children(self.process.pid)
        return [pid for part in parts for pid in children(part)] + parts

    def is_open(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, cookie: str = "") -> Answer:
        """One request on a connection of its own."""
        headers = {"Accept-Language": "en", "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=10)) as line:
            line.request(method, path, urlencode(form) if form else None, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode(), {name.lower(): value for name, value in answer.getheaders()}

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.home / "yimen.sqlite3")) as database:
            return database.execute(question).fetchall()

    def written(self) -> list[str]:
        """The words of all cases, opened with the town's own key."""
        with override_settings(YIMEN_SEAL_KEYS=(self.home / "keys" / "seal.key").read_text().split()):
            return [opened(words) for (words,) in self.rows("SELECT words FROM cases_case")]


def form(number: int) -> dict[str, str]:
    words = f"The lamp number {number:04} is dark."
    return {"nonce": new_nonce(), "words": words, "kind": "fault", "tell": "here", "language": "en"}


def receipt_on(answer: Answer) -> str:
    """The receipt that was acknowledged; empty if there was none."""
    status, page, _ = answer
    found = RECEIPT.search(page) if status == 200 else None
    return read(re.sub(r"<[^>]*>", "", found[1])) if found else ""


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    opened = Door(tmp_path)
    open_door(opened)
    yield opened
    stop(opened)


def kill_again_and_again(door: Door, over: threading.Event) -> None:
    """Each time the door is open, a moment later the process behind it is dead; the last time all of them."""
    for turn in range(KILLS):
        until(door.is_open)
        time.sleep(random.uniform(0.05, 0.7))  # noqa: S311 – any moment will do
        servers = door.servers()
        for pid in servers if turn == KILLS - 1 else servers[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    over.set()


def send_while_killed(door: Door) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Several hands send forms, each once, while the server is killed; all forms, and the receipts that were shown."""
    forms: list[dict[str, str]] = []
    acknowledged: dict[str, str] = {}
    over = threading.Event()

    def hand(number: int) -> None:
        for turn in range(MOST):
            forms.append(one := form(number * MOST + turn))
            while not over.is_set() and not door.is_open():
                time.sleep(0.05)
            try:
                code = receipt_on(door.ask("POST", "/tell/", one))
            except (OSError, HTTPException):
                code = ""  # nobody knows whether it was written down: that is the point
            if code:
                acknowledged[one["nonce"]] = code
            if over.is_set():
                return

    threads = [threading.Thread(target=hand, args=(number,)) for number in range(HANDS)]
    for thread in threads:
        thread.start()
    kill_again_and_again(door, over)
    for thread in threads:
        thread.join()
    return forms, acknowledged


def send_until_taken(door: Door, one: dict[str, str]) -> str:
    """As a resident does: again and again, until there is a receipt."""
    for _ in range(60):
        try:
            if code := receipt_on(door.ask("POST", "/tell/", one)):
                return code
        except (OSError, HTTPException):
            pass
        time.sleep(0.25)
    pytest.fail(f"{one['words']} was never taken:\n{door.said()[-2000:]}")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a word of Unix")
def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(door: Door) -> None:
    forms, acknowledged = send_while_killed(door)
    sent = len(forms)
    assert acknowledged
    written = door.written()
    words = {one["nonce"]: one["words"] for one in forms}
    assert {words[nonce] for nonce in acknowledged} <= set(written), "acknowledged, and lost"

    codes = {one["nonce"]: send_until_taken(door, one) for one in forms}
    assert codes.items() >= acknowledged.items(), "another receipt than the one that was shown"
    assert len(set(codes.values())) == sent
    assert (len(door.written()), len(set(door.written()))) == (sent, sent)
    for table, column in (
        ("journal_entry", "subject"),
        ("notifications_letter", "subject"),
        ("deadlines_term", "subject"),
    ):
        bare = f"SELECT COUNT(*) FROM cases_case WHERE 'case:' || id NOT IN (SELECT {column} FROM {table})"  # noqa: S608
        assert door.rows(bare) == [(0,)], f"a case without its {table}"
    assert door.rows("SELECT COUNT(*) FROM journal_entry WHERE code = 'case.submitted'") == [(sent,)]
    assert door.rows("PRAGMA integrity_check") == [("ok",)]

    for nonce, code in acknowledged.items():
        status, _, headers = door.ask("POST", "/follow/", {"receipt": code})
        assert status == 302
        page = door.ask("GET", "/case/", cookie=headers["set-cookie"].split(";")[0])[1]
        assert words[nonce] in page
    print(f"{sent} sent, {len(acknowledged)} acknowledged at once, {len(written)} written before they were sent again")
