"""A file of a pack as text: UTF-8, with or without the mark that spreadsheets put in front."""

import unicodedata
from pathlib import Path

from yimen.journeys.pack_files.problems import Notes
from yimen.kernel.verdict import gettext_noop

LARGEST = 2_000_000  # bytes; a pack's largest table has some 30,000


def text_of(folder: Path, file: str, notes: Notes) -> str | None:
    """The text in Unicode's composed form (NFC), so that the same word is always the same; nothing if unreadable."""
    try:
        with (folder / file).open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError:
        notes.add(file, 0, "", gettext_noop("This file is missing or can't be read."))
        return None
    if len(content) > LARGEST:
        notes.add(file, 0, "", gettext_noop("This file is too large for a pack."))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        notes.add(file, line, "", gettext_noop("This line is not UTF-8. Save the file as “CSV UTF-8”."))
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        notes.add(file, line, "", gettext_noop("This line is no text: it has a zero byte in it."))
        return None
    return unicodedata.normalize("NFC", text)
