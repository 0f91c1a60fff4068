"""A paper as data: what stands on it, in one language or in two side by side. Pure: no Django, no clock."""

import re
from dataclasses import dataclass
from datetime import datetime

from yimen.kernel.text import TURNING

#: The same words once for each language of the paper, in their order.
Said = tuple[str, ...]
#: So many letters without a blank between them stand on one line; what a person typed without any would leave the page.
LONGEST_WORD = 48
_WITHOUT_BREAK = re.compile(rf"[!-~À-ɏ]{{{LONGEST_WORD}}}(?=[!-~À-ɏ])")
_MAY_BREAK = "\u200b"
_NOT_TURNED = dict.fromkeys(map(ord, TURNING))


@dataclass(frozen=True)
class Part:
    """A heading and a text below it. ``text`` is there in each language, or once as somebody wrote it."""

    heading: Said
    text: Said


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
    seal: Said  # where the seal goes, and that there is none in the file
    notes: tuple[Said, ...] = ()  # at the end, small

    def as_data(self) -> dict[str, object]:
        """As the template reads it."""
        return {
            "languages": self.languages,
            "title": self.title,
            "office": self.office,
            "number": self.number,
            "day": self.day,
            "rows": [[label, _breakable(value)] for label, value in self.rows],
            "parts": [{"heading": part.heading, "text": _paragraphs(part.text)} for part in self.parts],
            "seal": self.seal,
            "notes": self.notes,
        }


def _paragraphs(texts: Said) -> list[list[str]]:
    return [[line for line in text.split("\n") if line.strip()] for text in _breakable(texts)]


def _breakable(texts: Said) -> Said:
    """The texts with a place to break wherever no letter would let a line end, and no mark that turns the writing."""
    plain = (text.translate(_NOT_TURNED) for text in texts)
    return tuple(_WITHOUT_BREAK.sub(lambda found: found[0] + _MAY_BREAK, text) for text in plain)
