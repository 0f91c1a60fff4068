"""A real clamd in a folder of its own, which knows one signature: that of the EICAR test file."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pwd import getpwuid
from tempfile import TemporaryDirectory

import pytest

from tests.make_mail import EICAR
from tests.verbs.notifications.mail_servers import free_port

PROGRAM = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")
ABSENT = "There is no clamd on this machine (on Debian: apt-get install clamav-daemon)."
SETTINGS = """
Foreground yes
LogFile {home}/log
DatabaseDirectory {home}/signatures
TCPSocket {port}
TCPAddr 127.0.0.1
User {user}
StreamMaxLength 1M
MaxThreads 2
"""
PATIENCE = 30


@contextmanager
def real_clamd() -> Iterator[str]:
    """Running; where it listens. The test is skipped where there is none."""
    if PROGRAM is None:
        pytest.skip(ABSENT)
    with TemporaryDirectory(prefix="yimen-clamd-", ignore_cleanup_errors=True) as folder:
        home, port = Path(folder), free_port()
        (home / "signatures").mkdir()
        (home / "signatures" / "own.ndb").write_text(f"Eicar-Signature:0:0:{EICAR.hex()}\n")
        (home / "clamd.conf").write_text(SETTINGS.format(home=home, port=port, user=getpwuid(os.getuid()).pw_name))
        said = (home / "said").open("wb")
        process = subprocess.Popen([PROGRAM, "-c", str(home / "clamd.conf")], stdout=said, stderr=said)
        try:
            _until_it_answers(port, process, home)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)
            said.close()


def _until_it_answers(port: int, process: "subprocess.Popen[bytes]", home: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
                line.sendall(b"nPING\n")
                if line.recv(16) == b"PONG\n":
                    return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"clamd does not answer: {(home / 'said').read_text(errors='replace')[-500:]}")
