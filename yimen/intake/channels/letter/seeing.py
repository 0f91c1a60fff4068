"""A page as it is shown and kept: turned upright and straightened."""

import io

from PIL import Image

from yimen.files.queries import file_for, open_content
from yimen.intake.models import Sheet

SMALL = 480  # points: enough to see which page it is
_QUALITY = 85


def picture_of(sheet: Sheet, *, small: bool = False) -> bytes:
    """As JPEG. A page that was neither turned nor straightened is given out as it was brought in."""
    file = file_for(sheet.scan.ref, sheet.file)
    if file is None:
        raise LookupError(str(sheet))
    with open_content(file) as content:
        raw = content.read()
    if not (small or sheet.turn or sheet.skew or file.type != "image/jpeg"):
        return raw
    with Image.open(io.BytesIO(raw), formats=["JPEG", "PNG"]) as page:
        if small:
            page.draft("RGB", (SMALL, SMALL))
        return _written(page.convert("RGB"), sheet, small=small)


def _written(page: Image.Image, sheet: Sheet, *, small: bool) -> bytes:
    if small:
        page.thumbnail((SMALL, SMALL))
    if sheet.turn:
        page = page.rotate(-90 * sheet.turn, expand=True)
    if sheet.skew:
        page = page.rotate(sheet.skew, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    out = io.BytesIO()
    page.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
