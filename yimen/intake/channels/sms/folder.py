"""gammu-smsd's FILES backend: each part of a text message is a file in ``inbox``; what could not go lies in ``error``.

A file is removed only when what it says is on the disk here. Parts of a long message have one time, serial and sender.
"""

import codecs
import logging
import re
import threading
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from yimen.intake.channels.sms.texts import written

log = logging.getLogger(__name__)
Receive = Callable[[bytes], object]
Report = Callable[[str, bool], object]  # the name that has our mark in it, and whether it went out
#: IN<date>_<time>_<serial>_<sender>_<sequence>.txt
_IN = re.compile(r"IN(\d{8}_\d{6}_\d+)_(.+)_(\d+)\.(?:txt|bin)")
_RESTS = 2.0  # seconds that nothing was written to any part of it: then all are there
LOOK_AGAIN = 2.0
PAUSE = 30.0  # seconds, when the folder or the database is away


def take_all(home: Path, receive: Receive, now: float) -> int:
    """Every whole message that lies there, oldest first; says how many."""
    found: dict[tuple[str, str], list[tuple[int, Path]]] = defaultdict(list)
    for path in (home / "inbox").iterdir():
        if named := _IN.fullmatch(path.name):
            found[named[1], named[2]].append((int(named[3]), path))
    done = 0
    for (moment, sender), parts in sorted(found.items()):
        paths = [path for _, path in sorted(parts)]
        if any(now - path.stat().st_mtime < _RESTS for path in paths):
            continue
        receive(written(sender, "".join(_read(path) for path in paths), f"{moment}_{sender}"))
        for path in paths:
            path.unlink()
        done += 1
    return done


def report_all(home: Path, report: Report) -> int:
    """What smsd could not send; the file goes, for a number stands in its name."""
    failed = [path for path in (home / "error").glob("OUT*") if path.is_file()]
    sent = [path for path in (home / "sent").glob("OUT*") if path.is_file()]
    for path in failed:
        report(path.name, False)
        path.unlink()
    for path in sent:  # the network has it; nobody needs the words any more
        path.unlink()
    return len(failed)


def _read(path: Path) -> str:
    """What smsd (1.42) writes as Unicode has, behind its end, zeros as many as UTF-8 would need bytes more."""
    content = path.read_bytes()
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_wide else "utf-8-sig", "replace").partition("\0")[0]


def watch(home: Path, receive: Receive, report: Report, now: Callable[[], float], stop: threading.Event) -> None:
    """Look for ever."""
    while not stop.is_set():
        try:
            take_all(home, receive, now())
            report_all(home, report)
            stop.wait(LOOK_AGAIN)
        except Exception as error:  # noqa: BLE001 – whatever it is, the files go on lying there
            log.warning("The folder of gammu-smsd: %s; trying again in %g s", type(error).__name__, PAUSE)
            stop.wait(PAUSE)
