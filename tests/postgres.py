"""Run a command on a PostgreSQL that lives only as long: ``python tests/postgres.py pytest -q``.

The cluster is made in a temporary folder, listens on a socket in there and on no network, and is gone afterwards.
PostgreSQL refuses to run as root; started by root, it runs as ``nobody``. Without its programs on this machine
the exit code is 77 and the reason is printed.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ABSENT = 77
#: It is thrown away: nothing needs to reach the disk.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=200")


def programs() -> Path | None:
    """The folder with initdb and postgres: on the path, or where Debian keeps them, newest first."""
    on_path = shutil.which("initdb")
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]), reverse=True)
    found = [Path(on_path)] if on_path else kept
    return found[0].resolve().parent if found else None


@contextmanager
def throwaway(folder_of_programs: Path, options: tuple[str, ...] = OPTIONS) -> Iterator[str]:
    """A fresh PostgreSQL; gives its address."""
    as_nobody = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="yimen-pg-", ignore_cleanup_errors=True) as name:
        room = Path(name)
        if as_nobody:
            shutil.chown(room, "nobody")
        run = {"cwd": room, "stdout": subprocess.DEVNULL, **as_nobody}
        initdb = [folder_of_programs / "initdb", "-D", room / "data", "-U", "yimen", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*initdb, "--locale=C", "--no-sync", "--no-instructions"], check=True, **run)  # type: ignore[call-overload]
        settings = [part for option in options for part in ("-c", option)]
        log = room / "log"
        with log.open("wb") as out:
            server = subprocess.Popen(  # type: ignore[call-overload]
                [folder_of_programs / "postgres", "-D", room / "data", "-k", room, *settings], **{**run, "stderr": out}
            )
        try:
            _wait(server, room / ".s.PGSQL.5432", log)
            yield f"postgres://yimen@{quote(str(room), safe='')}/postgres"
        finally:
            server.send_signal(2)  # "fast": connections are cut, then it stops
            server.wait(30)


def _wait(server: "subprocess.Popen[bytes]", socket: Path, log: Path) -> None:
    for _ in range(300):
        if socket.exists() and b"ready to accept connections" in log.read_bytes():
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    sys.exit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def main(command: list[str]) -> int:
    """Run the command with YIMEN_DATABASE set, and answer with its exit code."""
    folder = programs()
    if folder is None:
        print("PostgreSQL's programs (initdb, postgres) are not on this machine: nothing was run on it.")
        return ABSENT
    with throwaway(folder) as address:
        return subprocess.run(command, check=False, env={**os.environ, "YIMEN_DATABASE": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
