"""Letters on paper for the tests: pages with big black letters, and how a clerk brings them in."""

import io
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from PIL import Image, ImageDraw

from tests import make
from yimen.intake.channels.letter.bringing import bring_letter
from yimen.intake.channels.letter.queries import sheets_of
from yimen.intake.models import Scan, Sheet
from yimen.kernel.receipts import new_nonce
from yimen.people.rules import Acting


def page(number: int = 1, kind: str = "JPEG", size: tuple[int, int] = (210, 297)) -> bytes:
    """A small page, its number drawn as so many bars at the top."""
    return _saved([_drawn(number, size)], kind)


def pages(many: int, kind: str) -> bytes:
    """So many pages in one file: PDF or TIFF."""
    return _saved([_drawn(number, (210, 297)) for number in range(1, many + 1)], kind)


def bars(content: bytes) -> int:
    """How many bars stand at the top of a page: its number."""
    with Image.open(io.BytesIO(content)) as opened:
        row = opened.convert("L").resize((210, 297)).crop((0, 20, 210, 21))
        dark = [row.getpixel((x, 0)) for x in range(row.width)]
    return sum(1 for before, here in pairwise(dark) if _is_dark(here) and not _is_dark(before))


def scan(many: int = 2, by: Acting | None = None, at: datetime = make.MONDAY, **typed: Any) -> Scan:  # noqa: ANN401
    """A letter that a clerk at the town's one door has begun to bring in."""
    make.town()
    uploads = [(f"page-{number}.jpg", page(number)) for number in range(1, many + 1)]
    usual: dict[str, Any] = {"nonce": new_nonce(), "language": "zh-hans", "uploads": uploads}
    return bring_letter(by=by or make.clerk(), at=at, **usual | typed)


def sheets(of: Scan, by: Acting | None = None) -> list[Sheet]:
    """Its pages in order, as they stand now."""
    return sheets_of(by or make.clerk(), Scan.objects.get(pk=of.pk))


def _drawn(number: int, size: tuple[int, int]) -> Image.Image:
    drawn = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(drawn)
    for bar in range(number):
        pen.rectangle((20 + 20 * bar, 10, 28 + 20 * bar, 60), fill="black")
    return drawn


def _saved(drawn: Sequence[Image.Image], kind: str) -> bytes:
    out = io.BytesIO()
    more: dict[str, Any] = {"save_all": True, "append_images": list(drawn[1:])} if len(drawn) > 1 else {}
    drawn[0].save(out, kind, **more)
    return out.getvalue()


def _is_dark(point: Any) -> bool:  # noqa: ANN401 – Pillow's own
    return float(point) < 100
