"""The scan of a text that was signed on paper: each page through the same hygiene as any file, then one PDF/A."""

import io
from collections.abc import Sequence
from datetime import datetime

from PIL import Image

from yimen.files.hygiene import Cleaned, clean_all
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.mediation.models import Signature
from yimen.mediation.rooms.inside import MediatorIn, SideIn
from yimen.mediation.rooms.rules import JOINT
from yimen.papers.scanned import scanned_pdf

NO_SCAN = gettext_noop("Please add scans or photos of the signed pages, or one PDF file.")
NO_PAGES = gettext_noop("Please add pictures of the signed pages, or one PDF file and nothing else.")
PDF = "application/pdf"


def scan_of(pages: Sequence[tuple[str, bytes]], at: datetime) -> bytes:
    """One PDF of all pages in their order; notes that a camera left in them are gone."""
    if not pages:
        raise Refused(NO_SCAN)
    cleaned = clean_all(pages)
    if [one.type for one in cleaned] == [PDF]:
        return cleaned[0].content
    if not all(one.type in {"image/jpeg", "image/png"} for one in cleaned):
        raise Refused(NO_PAGES)
    return scanned_pdf([_as_jpeg(one) for one in cleaned], title="Signed agreement", at=at)


def _as_jpeg(page: Cleaned) -> bytes:
    """What is transparent lies on white paper."""
    if page.type == "image/jpeg":
        return page.content
    with Image.open(io.BytesIO(page.content), formats=["PNG"]) as picture:
        paper = Image.new("RGBA", picture.size, "white")
        out = io.BytesIO()
        Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


def scan_for(reader: SideIn | MediatorIn, who: str) -> bytes | None:
    """What a side ("side-1") signed on paper, for all who are asked to trust it; one statement."""
    signed = Signature.objects.filter(agreement__mediation=reader.mediation, who=who).exclude(scan=b"")
    row = signed.exclude(agreement__state="replaced").order_by("-id").first()
    return reader.ring.open_bytes(JOINT, row.scan) if row else None
