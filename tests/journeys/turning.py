"""A TURN server of the test's own: Debian's coturn on the loopback, with a secret that the town shares."""

import shutil
import socket
import subprocess
import time
from pathlib import Path

from tests.journeys.running import free_port

PROGRAMS = ("turnserver", "/usr/bin/turnserver")
SECRET = "north-and-south"
ABSENT = "There is no coturn on this machine (on Debian: apt-get install coturn)."
SAYS = """
listening-ip=127.0.0.1
relay-ip=127.0.0.1
listening-port={port}
min-port={low}
max-port={high}
use-auth-secret
static-auth-secret={secret}
realm=kelsang.example
allow-loopback-peers
no-cli
no-tls
no-dtls
no-multicast-peers
log-file={room}/turn.log
simple-log
userdb={room}/turn.db
pidfile={room}/turn.pid
"""


def program() -> str | None:
    """Where coturn is, if it is."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Turn:
    """It can be stopped, with all connections that go through it, and started again at the same address."""

    def __init__(self, room: Path) -> None:
        self.port = free_port()
        self.settings = room / "turn.conf"
        low = 49152 + self.port % 8000
        said = SAYS.format(port=self.port, low=low, high=low + 200, secret=SECRET, room=room)
        self.settings.write_text(said, encoding="utf-8")
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def addresses(self) -> list[str]:
        """As YIMEN_TURN names it."""
        return [f"turn:127.0.0.1:{self.port}?transport=udp"]

    def start(self) -> None:
        """Start, and wait until it listens."""
        self.process = subprocess.Popen(
            [program() or "", "-c", str(self.settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(200):
            with socket.socket() as probe:
                probe.settimeout(0.2)
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        self.stop()
        log = self.settings.with_name("turn.log")
        msg = f"coturn did not start: {log.read_text()[-500:] if log.exists() else ''}"
        raise RuntimeError(msg)

    def stop(self) -> None:
        """As if the cable were pulled: nothing is said to anybody."""
        if self.process:
            self.process.kill()
            self.process.wait()
