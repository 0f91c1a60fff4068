"""A paper as a PDF file: made anew each time from its data, and the same bytes for the same data.

The fonts are our own (``bin/assets`` puts them here): a paper looks the same on every machine, and no letter is missing
because a machine has no font for it. They are read once in a process; after that a paper takes some milliseconds.
"""

import json
from collections.abc import Sequence
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

from yimen.papers.rules import Paper

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
_one_at_a_time = Lock()
Pages = list[bytes]


class NoFonts(LookupError):
    """The fonts have not been built: an operator's mistake, who mends it with bin/assets."""


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """The compiler with our fonts and no other; it may read its template and nothing else."""
    fonts = sorted(FONTS.glob("*.ttf"))
    if not fonts:
        msg = f"No fonts in {FONTS}: run bin/assets."
        raise NoFonts(msg)
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(HERE / "paper.typ", root=HERE, font_paths=known, ignore_system_fonts=True)


def pdf(paper: Paper) -> bytes:
    """The paper as PDF/UA-1: tagged, with its title and language, so that it can be read aloud.

    That standard forbids a letter that no font has. Somebody may have typed one (a small picture, say): then it is
    shown as a box, and the paper is tagged all the same but does not claim the standard.
    """
    return pdf_of([paper])


def pdf_of(papers: Sequence[Paper]) -> bytes:
    """Several papers in the same languages as one file, each beginning on a page of its own."""
    try:
        return _compiled(papers, "pdf", "ua-1")[0]
    except typst.TypstError:
        return _compiled(papers, "pdf")[0]


def pages(paper: Paper) -> list[bytes]:
    """The same as pictures, one a page: for people who look at what they have changed."""
    return _compiled([paper], "png")


def _compiled(papers: Sequence[Paper], kind: Literal["pdf", "png"], standard: Literal["ua-1"] | None = None) -> Pages:
    data = {"papers": json.dumps([paper.as_data() for paper in papers], ensure_ascii=False)}
    at = papers[0].at.astimezone(UTC).replace(microsecond=0)
    with _one_at_a_time:  # the compiler keeps its data between calls
        made = _compiler().compile(format=kind, sys_inputs=data, timestamp=at, pdf_standards=standard)
    return made if isinstance(made, list) else [made or b""]
