"""The worker reads pages, one a round: claimed before it is looked at, so nothing is lost if it dies over one."""

import json
import logging
import tempfile
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from subprocess import run as run_program

from django.db import transaction

from yimen.files.queries import file_for, open_content
from yimen.intake.channels.letter.children.running import Died, run
from yimen.intake.channels.letter.rules import LEASE, LEAST_SKEW, LONGEST_READ, MOST_SKEW, MOST_TRIES, Reading
from yimen.intake.models import Sheet

log = logging.getLogger(__name__)
#: What tesseract calls the languages that RapidOCR does not read.
_TESSERACT = {"bo": "bod"}


@lru_cache(maxsize=8)
def reader_of(language: str) -> str:
    """What reads this language here: "rapidocr", one of tesseract's languages, or nothing."""
    if language not in _TESSERACT:
        return "rapidocr" if find_spec("rapidocr") and find_spec("onnxruntime") else ""
    if not (program := which("tesseract")):
        return ""
    known = run_program([program, "--list-langs"], capture_output=True, check=False).stdout.decode().split()
    return _TESSERACT[language] if _TESSERACT[language] in known else ""


@lru_cache(maxsize=1)
def can_straighten() -> bool:
    """Is there something here that measures how far a page lies askew?"""
    return find_spec("jdeskew") is not None


def read_waiting(at: datetime) -> int:
    """Read the page that waits longest; several workers may do this at once. When idle, one statement."""
    sheet = Sheet.objects.select_related("scan").filter(next_at__lte=at).order_by("next_at", "id").first()
    if sheet is None or not _claimed(sheet, at):
        return 0
    if sheet.tries > MOST_TRIES:
        return _settled(sheet, state=Reading.FAILED.value)
    try:
        return _settled(sheet, **_read(sheet))
    except (Died, ValueError, LookupError, OSError) as error:
        log.warning("Page %s could not be read: %s", sheet.pk, error)
        return _settled(sheet, state=Reading.FAILED.value)


def _claimed(sheet: Sheet, at: datetime) -> bool:
    """Is it ours now? Committed before anything looks at the picture: that may be what kills whoever looks."""
    with transaction.atomic(durable=True):
        waiting = Sheet.objects.filter(pk=sheet.pk, next_at=sheet.next_at, tries=sheet.tries)
        mine = waiting.update(tries=sheet.tries + 1, next_at=at + LEASE)
    sheet.tries, sheet.next_at = sheet.tries + 1, at + LEASE
    return bool(mine)


def _settled(sheet: Sheet, **found: object) -> int:
    """Unless the clerk has turned it meanwhile: then it waits to be read anew."""
    mine = Sheet.objects.filter(pk=sheet.pk, next_at=sheet.next_at, tries=sheet.tries, turn=sheet.turn)
    return mine.update(**found, next_at=None)


def _read(sheet: Sheet) -> dict[str, object]:
    reader = reader_of(sheet.scan.language)
    if not reader and not can_straighten():
        return {"state": Reading.UNREAD.value, "skew": 0.0}
    file = file_for(sheet.scan.ref, sheet.file)
    if file is None:
        raise LookupError(str(sheet))
    with tempfile.TemporaryDirectory() as folder, open_content(file) as content:
        path = Path(folder) / "page"
        path.write_bytes(content.read())
        words = (str(path), str(sheet.turn), reader, str(LEAST_SKEW), str(MOST_SKEW))
        said = json.loads(run("read.py", *words, seconds=LONGEST_READ).splitlines()[-1])
    state = Reading.READ if reader else Reading.UNREAD
    return {"state": state.value, "skew": round(float(said["skew"]), 2), "text": str(said["text"])[:20_000]}
