"""The record: all pages of a letter as one PDF/A file, made before it becomes a case."""

from collections.abc import Sequence
from datetime import datetime

from yimen.files.hygiene import Cleaned
from yimen.intake.channels.letter.seeing import picture_of
from yimen.intake.models import Sheet
from yimen.papers.scanned import scanned_pdf

NAME = "letter.pdf"


def record_of(sheets: Sequence[Sheet], at: datetime) -> Cleaned:
    """As the clerk has put them in order; what was taken out is not in it."""
    pages = [picture_of(sheet) for sheet in sheets]
    return Cleaned(NAME, "application/pdf", scanned_pdf(pages, title="Letter", at=at))
