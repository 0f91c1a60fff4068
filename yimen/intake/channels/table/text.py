"""A file as text: which encoding it has, and its lines. Pure: no Django, no clock."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yimen.kernel.verdict import Refused, gettext_noop

_PIECE = 1 << 20  # bytes
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}  # “Unicode text” of a spreadsheet
NEITHER = gettext_noop(
    "Line %(line)s of %(file)s is neither UTF-8 nor GB18030. Save it as “CSV UTF-8”, or write its encoding in the"
    " mapping: encoding = “latin-1”"
)


@dataclass(frozen=True)
class Text:
    """A file that can be read; ``lines`` is how many line ends it has, for the progress bar."""

    path: Path
    encoding: str
    lines: int
    is_sure: bool  # False: it was no UTF-8 and might be GB18030 by chance

    def read(self) -> Iterator[str]:
        """Its lines. A byte that is none of the encoding comes as a lone surrogate, which rows refuse."""
        with self.path.open(encoding=self.encoding, errors="surrogateescape", newline="") as stream:
            yield from stream


def look_at(path: Path, encoding: str = "") -> Text:
    """Find out how the file is written: as said, else UTF-8, else GB18030. Refused if it is none of these."""
    try:
        with path.open("rb") as stream:
            mark = _MARKS.get(stream.read(2), "")
        if said := encoding or mark:
            is_utf8 = said.lower().replace("_", "-") in ("utf-8", "utf8")
            return Text(path, "utf-8-sig" if is_utf8 else said, _count(path), is_sure=True)
        bad = _first_bad_line(path, "utf-8")
        if not bad:
            return Text(path, "utf-8-sig", _count(path), is_sure=True)
        if _first_bad_line(path, "gb18030"):
            raise Refused(NEITHER, line=bad, file=path.name)
        return Text(path, "gb18030", _count(path), is_sure=False)
    except OSError as error:
        raise Refused(gettext_noop("%(file)s can't be opened: %(why)s"), file=path.name, why=error.strerror) from error


def is_an_encoding(name: str) -> bool:
    """Whether Python can read text in it (there are codecs that are none, as “zip”)."""
    try:
        codecs.lookup(name)
        return isinstance("".encode(name), bytes)
    except (LookupError, ValueError, TypeError):
        return False


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _count(path: Path) -> int:
    return sum(piece.count(b"\n") for piece in _pieces(path))


def _first_bad_line(path: Path, encoding: str) -> int:
    """The number of the first line that is not in this encoding; 0 if all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    before = 0
    try:
        for piece in _pieces(path):
            decoder.decode(piece)
            before += piece.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return before + error.object[: error.start].count(b"\n") + 1
    return 0
