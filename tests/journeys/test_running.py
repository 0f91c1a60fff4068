"""``yimen run`` as it is: the door opens, what dies is started again, and all of it stops."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
YIMEN = (sys.executable, "-m", "yimen.console")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children(of: int) -> list[int]:
    """The processes that this process has started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(of)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").replace("\0", " ")


def until(true: Callable[[], object], seconds: float = 20) -> None:
    """Wait until it is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.1)


class Town:
    """A running ``yimen run`` with an empty database of its own."""

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        self.log = home / "log"
        environment = {k: v for k, v in os.environ.items() if k != "YIMEN_DATABASE"}
        environment |= {"YIMEN_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [*YIMEN, "run", "--empty", "--port", str(self.port)], env=environment, stdout=out, stderr=out, cwd=home
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


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    running = Town(tmp_path)
    until(lambda: "The door is open" in running.said() or running.process.poll() is not None)
    yield running
    running.process.terminate()
    running.process.wait(20)


@pytest.mark.slow
def test_the_door_opens_what_dies_comes_back_and_everything_stops(town: Town) -> None:
    assert f"http://localhost:{town.port}/" in town.said(), town.said()
    until(town.answers)

    first = town.worker()
    os.kill(first, signal.SIGKILL)
    until(lambda: town.worker() not in (0, first))
    assert re.search(r"The worker has stopped \(exit code -9\); starting it again", town.said())

    web = next(pid for pid in children(town.process.pid) if "granian" in command_of(pid))
    os.kill(web, signal.SIGKILL)
    until(lambda: "The web server has stopped" in town.said())
    until(town.answers)

    everybody = [*children(town.process.pid), town.worker()]
    town.process.send_signal(signal.SIGINT)
    assert town.process.wait(20) == 0
    assert town.said().rstrip().endswith("Stopped.")
    assert not any(Path(f"/proc/{pid}").exists() for pid in everybody)


@pytest.mark.slow
def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        environment = {**os.environ, "YIMEN_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(
            [*YIMEN, "run", "--port", port], env=environment, capture_output=True, text=True, check=False
        )
    assert ended.returncode == 1
    assert f"Cannot listen on 127.0.0.1, port {port}" in ended.stderr
    assert "Another port: yimen run --port" in ended.stderr


@pytest.mark.slow
def test_a_database_that_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path) -> None:
    environment = {**os.environ, "YIMEN_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    environment["YIMEN_DATABASE"] = f"sqlite:///{tmp_path}/nowhere/town.sqlite3"
    ended = subprocess.run([*YIMEN, "prepare"], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "cannot be opened" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_help_is_a_table_of_contents_and_does_not_wait_for_django() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    source = "import sys; from yimen.console.main import yimen; yimen(['--help'], standalone_mode=False);"
    ended = subprocess.run(
        [sys.executable, "-c", source + "print('django' in sys.modules)"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [word in ended.stdout for word in ("run ", "worker", "pack load", "areas import", "town invent")] == [
        True
    ] * 5
    assert ended.stdout.rstrip().endswith("False")
