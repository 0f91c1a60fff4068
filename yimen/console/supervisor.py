"""Keeps the parts of the town running: starts them, starts again what dies, stops all of them cleanly.

It knows nothing of Django, so it stays small in memory and cannot fall over what they fall over.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

FIRST_PAUSE = 0.5  # seconds before a part that died is started again; twice as long each time …
LONGEST_PAUSE = 30.0
WELL_AFTER = 60.0  # … and short again after it has run this long
PATIENCE = 15.0  # seconds a part has to finish what it is doing when told to stop

Say = Callable[[str], object]


@dataclass
class Part:
    """One process, with all that it starts itself (they share a process group)."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    again_at: float = 0.0
    pause: float = FIRST_PAUSE

    def start(self) -> None:
        """Start it in a group of its own: Ctrl-C in the terminal reaches only the supervisor, which passes it on."""
        environment = {**os.environ, "YIMEN_SUPERVISED": "1", **self.environment}
        self.process = subprocess.Popen(self.command, env=environment, start_new_session=True)
        self.started = time.monotonic()

    def signal(self, number: int) -> None:
        """Tell the whole group; it may have gone already."""
        if self.process:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return

    def look(self, say: Say) -> None:
        """Has it died? Then start it again, after a pause that grows while it keeps dying."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.again_at:
                self.start()
        elif (code := self.process.poll()) is not None:
            self.signal(signal.SIGKILL)  # what it left behind would hold its port
            if now - self.started > WELL_AFTER:
                self.pause = FIRST_PAUSE
            say(f"The {self.name} has stopped (exit code {code}); starting it again in {self.pause:g} s.")
            self.process, self.again_at = None, now + self.pause
            self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def stop(self, until: float) -> None:
        """Wait until it has finished; after that moment it is ended by force."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.signal(signal.SIGKILL)
            self.process.wait()


def supervise(parts: Sequence[Part], stop: threading.Event, say: Say) -> None:
    """Keep the parts running until told to stop, then stop them."""
    try:
        while not stop.is_set():
            for part in parts:
                part.look(say)
            stop.wait(0.2)
    finally:
        for part in parts:
            part.signal(signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        for part in parts:
            part.stop(until)
