"""What the kernel says of processes: CPU time and memory."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def tree(pid: int) -> list[int]:
    """This process and all that it started, and they."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it has gone in between
        below.setdefault(parent, []).append(int(stat.parts[2]))
    found = [pid]
    for each in found:
        found += below.get(each, [])
    return found


def called(pids: list[int], word: str) -> list[int]:
    """Those of them whose command has this word."""
    return [pid for pid in pids if word.encode() in _read(pid, "cmdline")]


def cpu_seconds(pids: list[int]) -> float:
    """CPU time of these processes until now, in user and kernel."""
    total = 0
    for pid in pids:
        fields = _read(pid, "stat").rpartition(b")")[2].split()
        total += int(fields[11]) + int(fields[12]) if fields else 0
    return total / TICKS


def megabytes(pids: list[int]) -> float:
    """Memory of these processes; what several of them share counts once (PSS)."""
    kilobytes = 0
    for pid in pids:
        for line in _read(pid, "smaps_rollup").splitlines():
            if line.startswith(b"Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
