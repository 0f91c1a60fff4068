"""A letter that came on paper, as one PDF/A file: its pages as they were scanned, and nothing else.

PDF/A-2b (ISO 19005-2, level b: it looks the same in fifty years). Typst writes it, and refuses where a rule of that
standard would be broken. No words lie hidden behind the pictures: what a program read is no record.
"""

import io
import json
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from PIL import Image

_LONG = 842.0  # points of a sheet's long side (A4); the other one follows from the picture
_SCANNED = """\
#set document(title: sys.inputs.title, date: auto)
#for (n, size) in json(bytes(sys.inputs.sizes)).enumerate() {
  set page(width: size.at(0) * 1pt, height: size.at(1) * 1pt, margin: 0pt)
  image(str(n) + ".jpg", width: 100%, height: 100%)
}
"""


def scanned_pdf(pages: Sequence[bytes], *, title: str, at: datetime) -> bytes:
    """These JPEG pictures, one a page, byte for byte as they are. ``title`` names no person."""
    standards: Any = ["a-2b"]
    moment = at.astimezone(UTC).replace(microsecond=0)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, page in enumerate(pages):
            (root / f"{number}.jpg").write_bytes(page)
        (root / "scanned.typ").write_text(_SCANNED, encoding="utf-8")
        inputs = {"title": title, "sizes": json.dumps([_size(page) for page in pages])}
        compiler = typst.Compiler(root / "scanned.typ", root=root, ignore_system_fonts=True, sys_inputs=inputs)
        made = compiler.compile(format="pdf", timestamp=moment, pdf_standards=standards)
    return made if isinstance(made, bytes) else b""


def _size(page: bytes) -> tuple[float, float]:
    with Image.open(io.BytesIO(page), formats=["JPEG"]) as picture:
        scale = _LONG / max(picture.size)
        return round(picture.width * scale, 2), round(picture.height * scale, 2)
