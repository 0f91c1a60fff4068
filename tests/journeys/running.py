"""``yimen run`` in a process of its own, with a database of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
YIMEN = (sys.executable, "-m", "yimen.console")
OPENS_SECONDS = 300  # the invented town, or its tables on a machine on which very much else goes on: 86 s were seen


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children(of: int) -> list[int]:
    """The processes that this process has started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(of)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def command_of(pid: int) -> str:
    """What a process was started as; nothing if it has ended meanwhile, which is what these tests do to it."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait until it is true: as long as a machine takes on which much else goes on. No test here says how fast."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.1)


class Runs(Protocol):
    """Something that runs, and says what it does."""

    process: "subprocess.Popen[bytes]"

    def said(self) -> str: ...


def open_door(town: Runs) -> None:
    """When its door is open; what never opens is stopped, and what it said is told."""
    try:
        until(lambda: "The door is open" in town.said() or town.process.poll() is not None, OPENS_SECONDS)
    except AssertionError:
        stop(town)
        raise AssertionError(town.said()) from None
    assert town.process.poll() is None, town.said()


def stop(town: Runs) -> None:
    """As Ctrl-C does; a process that is left would disturb every test after this one."""
    town.process.terminate()
    town.process.wait(60)


def _environment(home: Path) -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if k != "YIMEN_DATABASE"}
    return environment | {"YIMEN_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def invent(home: Path, cases: int) -> None:
    """Fill a home with the invented town."""
    for words in (["prepare", "--empty"], ["town", "invent", "--cases", str(cases)]):
        subprocess.run([*YIMEN, *words], env=_environment(home), cwd=home, check=True, stdout=subprocess.DEVNULL)


class RunningTown:
    """A running ``yimen run``; with the option ``--empty`` the database stays empty."""

    def __init__(self, home: Path, *options: str) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.log = home / "log"
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [*YIMEN, "run", *options, "--port", str(self.port)],
                env=_environment(home),
                stdout=out,
                stderr=out,
                cwd=home,
            )

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def worker(self) -> int:
        return next((pid for pid in children(self.process.pid) if command_of(pid).rstrip().endswith("worker")), 0)

    def answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/static/none", timeout=5):
                return True
        except OSError as error:
            return "404" in str(error)
