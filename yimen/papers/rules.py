"""A paper as data: what stands on it, in one language or in two side by side. Pure: no Django, no clock."""

import re
from dataclasses import dataclass
from datetime import datetime

from yimen.kernel.text import TURNING

#: The same words once for each language of the paper, in their order.
Said = tuple[str, ...]
#: So many letters without a blank between them stand on one line; what a person typed without any would leave the page.
LONGEST_WORD = 48
LONGEST_IN_CELL = 12  # and so many in a cell of a table
_WITHOUT_BREAK = {n: re.compile(rf"[!-~À-ɏ]{{{n}}}(?=[!-~À-ɏ])") for n in (LONGEST_WORD, LONGEST_IN_CELL)}
_MAY_BREAK = "\u200b"
_NOT_TURNED = dict.fromkeys(map(ord, TURNING))


@dataclass(frozen=True)
class Table:
    """Columns under their headings. ``widths`` are shares of the page, one for each column."""

    heads: tuple[Said, ...]
    rows: tuple[tuple[Said, ...], ...]
    widths: tuple[int, ...]

    def as_data(self) -> dict[str, object]:
        """As the template reads it; a word breaks where its column ends."""
        rows = [[[_broken(text, LONGEST_IN_CELL) for text in cell] for cell in row] for row in self.rows]
        return {"heads": self.heads, "rows": rows, "widths": self.widths}


@dataclass(frozen=True)
class Part:
    """A heading, and a text or a table below it. ``text`` is there in each language, or once as somebody wrote it."""

    heading: Said
    text: Said = ()
    table: Table | None = None


@dataclass(frozen=True)
class Signing:
    """A place to sign: for whom, and what stands there already; empty, it is a line to write on."""

    label: Said
    signed: Said = ()
    small: Said = ()  # below it: when, and how
    drawn: str = ""  # a picture of the name as it was drawn (SVG), made by us


@dataclass(frozen=True)
class Paper:
    """All that stands on a paper. Nothing in here is markup: whatever a person typed is set letter by letter."""

    languages: tuple[str, ...]  # one, or two side by side
    title: Said
    office: Said  # who says it: at the top, and beside the seal
    number: str  # "48213-2"
    at: datetime
    day: Said  # of ``at``, in words
    rows: tuple[tuple[Said, Said], ...]  # what it is about: a label and its value
    parts: tuple[Part, ...]
    seal: Said  # where the seal goes, and that there is none in the file; empty where none belongs
    notes: tuple[Said, ...] = ()  # at the end, small
    signs: tuple[Signing, ...] = ()

    def as_data(self) -> dict[str, object]:
        """As the template reads it."""
        return {
            "languages": self.languages,
            "title": self.title,
            "office": self.office,
            "number": self.number,
            "day": self.day,
            "rows": [[label, _breakable(value)] for label, value in self.rows],
            "parts": [_part(part) for part in self.parts],
            "seal": self.seal,
            "notes": self.notes,
            "signs": [
                {
                    "label": _breakable(one.label),
                    "signed": _breakable(one.signed),
                    "small": _breakable(one.small),
                    "drawn": one.drawn,
                }
                for one in self.signs
            ],
        }


def _part(part: Part) -> dict[str, object]:
    table = part.table.as_data() if part.table else None
    return {"heading": part.heading, "text": _paragraphs(part.text), "table": table}


def _paragraphs(texts: Said) -> list[list[str]]:
    return [[line for line in text.split("\n") if line.strip()] for text in _breakable(texts)]


def _breakable(texts: Said) -> Said:
    """The texts with a place to break wherever no letter would let a line end, and no mark that turns the writing."""
    return tuple(_broken(text, LONGEST_WORD) for text in texts)


def _broken(text: str, longest: int) -> str:
    return _WITHOUT_BREAK[longest].sub(lambda found: found[0] + _MAY_BREAK, text.translate(_NOT_TURNED))
