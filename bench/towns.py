"""A town for measuring: a temporary home, a database of its own, the real server; all of it gone afterwards."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from bench.load import Line, get
from bench.processes import tree
from tests import postgres

YIMEN = (sys.executable, "-m", "yimen.console")
#: Nothing is switched off that keeps what was acknowledged: what PostgreSQL does out of the box.
HONEST = ("listen_addresses=", "max_connections=60")
PATIENCE = 60.0  # seconds for a server to answer the first time


class Absent(Exception):
    """This database is not on this machine."""


@dataclass(frozen=True)
class Home:
    """One town: the environment in which its processes run."""

    environment: Mapping[str, str]
    database_pid: int = 0  # PostgreSQL's first process; 0 on SQLite, which lives in the web's processes

    def database_processes(self) -> list[int]:
        """All that PostgreSQL runs for this town."""
        return tree(self.database_pid) if self.database_pid else []

    def call(self, command: Sequence[str], **more: Any) -> None:  # noqa: ANN401 – those of subprocess.run
        """Run a command in this town; an error ends the measuring."""
        subprocess.run([*command], check=True, env=self.environment, **more)

    def ask(self, module: str, *words: str) -> Any:  # noqa: ANN401 – JSON
        """Run one of our own modules in this town, and read the JSON that it prints."""
        said = subprocess.run(
            [sys.executable, "-m", module, *words], check=True, env=self.environment, stdout=subprocess.PIPE
        )
        return json.loads(said.stdout)


@contextmanager
def home(database: str) -> Iterator[Home]:
    """An empty town with its tables made, on SQLite or on a throw-away PostgreSQL."""
    temporary = tempfile.TemporaryDirectory(prefix="yimen-bench-", ignore_cleanup_errors=True)
    with temporary as room, _address(database) as address:
        environment = {**os.environ, "YIMEN_HOME": room, "DJANGO_SETTINGS_MODULE": "yimen.settings"}
        environment |= {"YIMEN_DATABASE": address, "YIMEN_SQLITE_SYNC": "", "PYTHONPATH": str(Path.cwd())}
        made = Home(environment, _postmaster(address))
        made.call([*YIMEN, "prepare", "--empty"], stdout=subprocess.DEVNULL)
        yield made


@contextmanager
def _address(database: str) -> Iterator[str]:
    if database == "sqlite":
        yield ""
        return
    programs = postgres.programs()
    if programs is None:
        raise Absent("PostgreSQL's programs (initdb, postgres) are not on this machine")
    with postgres.throwaway(programs, HONEST) as address:
        yield address


def _postmaster(address: str) -> int:
    """The first process of the PostgreSQL at this address, whose socket tells the folder it lives in."""
    if not address:
        return 0
    room = Path(unquote(urlsplit(address).netloc.partition("@")[2]))
    return int((room / "data" / "postmaster.pid").read_text().split()[0])


@dataclass(frozen=True)
class Served:
    """A server that runs: its port, its first process, and how long it took to the first page."""

    port: int
    pid: int
    seconds: float


@contextmanager
def running(town: Home) -> Iterator[Served]:
    """``yimen run`` on this town: pages and worker, as everybody runs it."""
    port = _free_port()
    with _served(town, [*YIMEN, "run", "--empty", "--port", str(port)], port) as served:
        yield served


@contextmanager
def bare(town: Home) -> Iterator[Served]:
    """The same server with the two bare views, on the same database."""
    port = _free_port()
    os.environ["YIMEN_DATABASE"] = town.environment["YIMEN_DATABASE"]  # the number of processes depends on it
    from yimen.console.run import _web  # noqa: PLC0415 – after the environment is set

    *command, _ = _web("127.0.0.1", port, 0).command
    with _served(town, [*command, "bench.bare:application"], port) as served:
        yield served


@contextmanager
def _served(town: Home, command: Sequence[str], port: int) -> Iterator[Served]:
    began = time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, env=town.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            seconds = _first_page(process, port, began)
            yield Served(port, process.pid, seconds)
        except BaseException:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace")[-3000:])
            raise
        finally:
            process.terminate()
            process.wait(40)


def _first_page(process: "subprocess.Popen[bytes]", port: int, began: float) -> float:
    while time.monotonic() - began < PATIENCE and process.poll() is None:
        try:
            Line(port).ask(get("/"))
        except OSError:
            time.sleep(0.01)
        else:
            return time.monotonic() - began
    raise RuntimeError(f"No page came within {PATIENCE} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
