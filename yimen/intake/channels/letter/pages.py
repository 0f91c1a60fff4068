"""What was scanned or photographed → pictures, one a page, through the same hygiene as every file."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from yimen.files import rules as of_files
from yimen.files.hygiene import Cleaned, clean
from yimen.files.scanning import scan
from yimen.intake.channels.letter.children.running import Died, run
from yimen.intake.channels.letter.rules import MOST_SHEETS, NO_PAGE, may_have
from yimen.intake.files import FileRefused, Upload
from yimen.kernel.verdict import Refused, gettext_noop, require

#: For the file field: besides what telephones make, what office scanners make.
ACCEPT = "image/jpeg,image/png,image/webp,application/pdf,image/tiff"
NO_PICTURE = gettext_noop("%(name)s is no picture of a page. We take photos (JPEG, PNG), scans (PDF, TIFF).")
_TIFF = (b"II*\x00", b"MM\x00*")
_PATIENCE = 60  # seconds for all pages of one file


def pages_of(uploads: Sequence[Upload]) -> list[Cleaned]:
    """All pages, in the order of the files. Refused in a sentence that names the file, if one is none."""
    try:
        require(of_files.may_send([len(content) for _, content in uploads]))
        pages = [page for name, content in uploads for page in _pages(name, content)]
    except Refused as refusal:
        raise FileRefused(refusal.verdict.reason, **refusal.verdict.params) from refusal
    if not pages:
        raise FileRefused(NO_PAGE)
    require(may_have(len(pages)))
    return pages


def _pages(name: str, content: bytes) -> list[Cleaned]:
    if content.startswith(_TIFF) and len(content) <= of_files.LARGEST:
        scan(name, content)
        return _unfolded(name, content)
    cleaned = clean(name, content)
    if cleaned.type == "application/pdf":
        return _unfolded(cleaned.name, cleaned.content)
    if cleaned.type not in of_files.SHOWN:
        raise of_files.refuse(NO_PICTURE, name)
    return [cleaned]


def _unfolded(name: str, content: bytes) -> list[Cleaned]:
    """Drawn anew by a program of its own: whatever hides in the file does not live on."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "whole"
        path.write_bytes(content)
        words = (str(path), folder, str(MOST_SHEETS), str(of_files.LONGEST_SIDE))
        try:
            run("unfold.py", *words, seconds=_PATIENCE)
        except Died as error:
            raise of_files.refuse(of_files.DAMAGED, name) from error
        found = [page.read_bytes() for page in sorted(Path(folder).glob("*.jpg"))]
    stem = of_files.tidy(name).rpartition(".")[0] or "page"
    blank = Cleaned("", "image/jpeg", b"")
    return [replace(blank, name=of_files.named(f"{stem}-{n}", blank.type), content=c) for n, c in enumerate(found, 1)]
