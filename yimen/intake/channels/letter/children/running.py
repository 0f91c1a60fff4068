"""Running one of these programs: it may hang, die or be killed, and the town goes on."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


class Died(Exception):
    """It came to no end, or to a bad one."""


def run(program: str, *words: str, seconds: float) -> bytes:
    """What it says; :class:`Died` if it fails or takes longer. ``-I``: it looks for nothing beside itself."""
    command = [sys.executable, "-I", str(HERE / program), *words]
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=seconds).stdout
    except (subprocess.SubprocessError, OSError) as error:
        raise Died(f"{program}: {type(error).__name__}") from error
