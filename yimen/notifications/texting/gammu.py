"""gammu-smsd with its FILES backend: a message out is a file in its outbox, with the number and our mark in its name.

Letters beyond GSM's own are sent as Unicode by smsd itself; the file says by its first bytes that it is UTF-16.
"""

import codecs
import logging
import os
import re
from pathlib import Path

from django.conf import settings

from yimen.notifications.marks import mark_of
from yimen.notifications.models import Letter
from yimen.notifications.rules import Result

log = logging.getLogger(__name__)
_NUMBER = re.compile(r"\+?[0-9]{3,20}")


def to_gammu(letter: Letter, text: str) -> Result:
    """One file a message, under the letter's mark; smsd moves it to ``sent`` or ``error``."""
    number = re.sub(r"[\s()./-]", "", letter.address)
    if not _NUMBER.fullmatch(number) or not settings.YIMEN_SMS_GAMMU:
        log.warning("Letter %s: no number, or no folder of gammu-smsd", letter.pk)
        return Result.REFUSED
    folder = Path(settings.YIMEN_SMS_GAMMU) / "outbox"
    # OUT, priority, date, time, serial, number, a note of our own; "d" asks for a delivery report.
    name = f"OUTM{letter.at:%Y%m%d_%H%M%S}_00_{number}_{mark_of(letter.pk)}.txtd"
    part = folder / f".{mark_of(letter.pk)}.{os.getpid()}"  # smsd takes only what begins with OUT
    try:
        part.write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
        part.replace(folder / name)
    except OSError as error:
        log.warning("Letter %s: gammu-smsd's outbox cannot be written: %s", letter.pk, type(error).__name__)
        return Result.REFUSED
    return Result.ACCEPTED
