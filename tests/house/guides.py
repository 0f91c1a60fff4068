"""The guides as their readers meet them, piece by piece, in English and in Chinese, and what they call by its name."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.house import wording
from tests.house.tree import ROOT

GUIDES = ROOT / "docs" / "guide"
CHINESE = GUIDES / "zh"
#: How a line begins that is a piece of its own; any other goes on with the piece before it, until a blank line.
KINDS = {
    "heading": r"#+ ",
    "row": r"\|",
    "item": r"- |\d+\. ",
    "picture": r"!\[",
}
LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
CODE = re.compile(r"`[^`]+`")
#: What stands in *single stars*, over two lines at most.
NAMED = re.compile(r"(?<!\*)\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)")
#: What may be a name: **bold**, in quotation marks, or alone in the cell of a table.
MAYBE = re.compile(r"\*\*([^*]+)\*\*|[“\"]([^”\"]+)[”\"]|(?<=[|·])([^|·]+)(?=[|·])")
PLACE = re.compile(r"%\(\w+\)[sd]")

Piece = tuple[str, str]  # its kind, its words on one line


def pieces(text: str) -> list[Piece]:
    """Headings, rows, items, pictures and paragraphs in their order; a picture below an item is not part of it."""
    found: list[Piece] = []
    goes_on = False
    for line in map(str.strip, text.splitlines()):
        kind = next((kind for kind, begins in KINDS.items() if re.match(begins, line)), "")
        if not line:
            goes_on = False
        elif kind or not goes_on:
            found.append((kind or "paragraph", line))
            goes_on = True
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
    return found


def links(at: Path) -> list[Path]:
    """Where the links and pictures of a guide lead, in their order."""
    return [(at.parent / to).resolve() for to in LINK.findall(at.read_text(encoding="utf-8")) if "://" not in to]


def codes(piece: Piece) -> list[str]:
    """What a piece sets as code: keys, addresses, settings. It is the same in every language."""
    return sorted(CODE.findall(piece[1]))


def called(text: str) -> Iterator[str]:
    """What a guide calls by its name: *Ask for a review*, or *The town → Limits* for one after the other."""
    yield from _parts(NAMED.findall(CODE.sub("", text)))


def maybe_called(text: str) -> Iterator[str]:
    """What may be a name, if a page says exactly this: what is bold, quoted, or alone in a cell."""
    yield from _parts("".join(found) for found in MAYBE.findall(CODE.sub("", text)))


def _parts(found: Iterable[str]) -> Iterator[str]:
    yield from (" ".join(part.split()) for one in found for part in one.split("→"))


def plain(words: str) -> str:
    """As a name stands within a sentence: small, without its places, and however an apostrophe is typed."""
    return bare(words).replace("’", "'").lower()


def bare(words: str) -> str:
    """Without its places and what held them: “%(role)s, standing in” is “standing in”."""
    return PLACE.sub("", words).strip(" ,.:，。：（）") if PLACE.search(words) else words


def names() -> set[str]:
    """Every sentence of the product, as the English guides may call it."""
    return {plain(form) for one in wording.sentences() for form in wording.several(one.id)}


class Shown(NamedTuple):
    """What the Chinese pages show for an English sentence: as it stands, and as it stands within another."""

    exactly: dict[str, set[str]]
    within: dict[str, set[str]]


def in_chinese() -> Shown:
    """Everything that the Chinese catalogue says today."""
    shown = Shown({}, {})
    for one in wording.opened(wording.catalogues()["zh_Hans"]):
        if one.id and wording.is_said(one):
            words = {bare(form) for form in wording.several(one.string)}
            for form in wording.several(one.id):
                shown.exactly.setdefault(form, set()).update(words)
                shown.within.setdefault(plain(form), set()).update(words)
    return shown


def is_called(words: str, piece: Piece) -> bool:
    """Whether a Chinese piece calls something by this name: quoted, bold, one after the other, or in a cell."""
    return bool(re.search(rf"[“*→|·] ?{re.escape(words.rstrip('？'))}？? ?[”*→|·]", piece[1]))


def misnamed(english: Piece, chinese: Piece, shown: Shown) -> Iterator[str]:
    """What the English piece calls as the pages do, and the Chinese one does not."""
    wanted = {name: shown.exactly.get(name) for name in maybe_called(english[1])}
    wanted |= {name: shown.exactly.get(name) or shown.within.get(plain(name)) for name in called(english[1])}
    for name, words in wanted.items():
        if words and not any(is_called(one, chinese) for one in words):
            yield f"{name}: {' / '.join(sorted(words))}"
