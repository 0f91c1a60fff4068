"""The one door for files: each is known by its content and cleaned, or refused in a sentence that names it."""

from collections.abc import Sequence

from yimen.files import rules
from yimen.files.documents import checked_pdf
from yimen.files.pictures import made_anew
from yimen.files.recordings import without_notes
from yimen.files.rules import Cleaned
from yimen.files.scanning import scan
from yimen.files.sniffing import picture_format, sniff
from yimen.files.typed import text_of
from yimen.kernel.verdict import require

__all__ = ["Cleaned", "clean", "clean_all"]


def clean(name: str, content: bytes) -> Cleaned:
    """This file as it may be stored. Raises ``Refused`` with a sentence for the person who sent it."""
    if not content:
        raise rules.refuse(rules.EMPTY, name)
    if len(content) > rules.LARGEST:
        raise rules.refuse(rules.TOO_LARGE, name, most=rules.LARGEST // rules.MEGABYTE)
    found = sniff(name, content)
    if found.refusal:
        raise rules.refuse(found.refusal, name)
    scan(name, content)
    if picture_format(found.type):
        return made_anew(name, found.type, content)
    if found.type == "application/pdf":
        return checked_pdf(name, content)
    if found.type == "text/plain":
        return Cleaned(rules.named(name, found.type), found.type, (text_of(content) or "").encode())
    return without_notes(name, found.type, content)


def clean_all(files: Sequence[tuple[str, bytes]]) -> list[Cleaned]:
    """All files of one form, or the refusal of the first one that cannot be taken."""
    require(rules.may_send([len(content) for _, content in files]))
    return [clean(name, content) for name, content in files]
