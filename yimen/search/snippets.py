"""The stretch of a text that is shown with a hit, in pieces of which some are marked. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yimen.search.rules import Atom, Phrase, placed_atoms, without_persons_in

BEFORE, AFTER = 40, 160  # signs around the first hit
LOOKED_AT = 600  # signs: most hits stand in them, and the rest of a long text need not be read
_DOTS = "…"


class Piece(NamedTuple):
    """A piece of a snippet."""

    text: str
    is_hit: bool


def snippet(text: str, phrases: Iterable[Phrase]) -> list[Piece]:
    """The text around its first hit, all hits marked, dots where it was cut.

    Numbers and addresses that lead to a person are covered, as they are left out of the index: a list of hits is not
    the place to read them.
    """
    text = without_persons_in(text)
    row = placed_atoms(text[:LOOKED_AT])
    if not any(True for phrase in phrases for _ in _spans(row, phrase)):
        row = placed_atoms(text)
    spans = _merged(span for phrase in phrases for span in _spans(row, phrase))
    begin, end = _window(text, row, spans[0] if spans else (0, 0))
    pieces = [Piece(_DOTS, is_hit=False)] if begin else []
    at = begin
    for start, stop in spans:
        if start >= end:
            break
        pieces += [Piece(text[at:start], is_hit=False), Piece(text[start:stop], is_hit=True)]
        at = stop
    pieces.append(Piece(text[at:end], is_hit=False))
    if max(at, end) < len(text):
        pieces.append(Piece(_DOTS, is_hit=False))
    return [piece for piece in pieces if piece.text]


def _spans(row: Sequence[Atom], phrase: Phrase) -> Iterator[tuple[int, int]]:
    words, length = tuple(atom.text for atom in row), len(phrase)
    at = -1
    while phrase[0] in words[at + 1 :]:
        at = words.index(phrase[0], at + 1)
        if words[at : at + length] == phrase:
            yield row[at].start, row[at + length - 1].end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _window(text: str, row: Sequence[Atom], first: tuple[int, int]) -> tuple[int, int]:
    """Where to cut: only before and after whole atoms, so that no Tibetan syllable is torn."""
    begin = next((atom.start for atom in row if atom.start >= first[0] - BEFORE), 0) if first[0] > BEFORE else 0
    limit = max(first[1], first[0] + AFTER)
    if limit >= len(text):
        return begin, len(text)
    return begin, next((atom.end for atom in reversed(row) if atom.end <= limit), limit)
