"""``yimen run`` as it is: the door opens, what dies is started again, and all of it stops."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.running import ROOT, YIMEN, RunningTown, children, command_of, open_door, stop, until
from yimen.console.worker import BEHIND


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    running = RunningTown(tmp_path, "--empty")
    open_door(running)
    yield running
    stop(running)


@pytest.mark.slow
def test_the_door_opens_what_dies_comes_back_and_everything_stops(town: RunningTown) -> None:
    assert f"http://localhost:{town.port}/" in town.said(), town.said()
    until(town.answers)

    first = town.worker()
    assert os.getpriority(os.PRIO_PROCESS, first) == os.getpriority(os.PRIO_PROCESS, 0) + BEHIND
    os.kill(first, signal.SIGKILL)
    until(lambda: town.worker() not in (0, first))
    assert re.search(r"The worker has stopped \(exit code -9\); starting it again", town.said())

    web = next(pid for pid in children(town.process.pid) if "yimen.console.web" in command_of(pid))
    os.kill(web, signal.SIGKILL)
    until(lambda: "The web server has stopped" in town.said())
    until(town.answers)

    everybody = [*children(town.process.pid), town.worker()]
    town.process.send_signal(signal.SIGINT)
    assert town.process.wait(60) == 0
    assert town.said().rstrip().endswith("Stopped.")
    assert not any(Path(f"/proc/{pid}").exists() for pid in everybody)


def test_a_process_that_has_ended_has_no_command_any_more() -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    assert command_of(gone.pid) == ""
    assert command_of(os.getpid())


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
