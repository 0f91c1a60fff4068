"""The stretch of a text that is shown with a hit, in pieces of which some are marked. Pure."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yimen.search.marking.reading import Reading
from yimen.search.rules import Phrase

BEFORE, AFTER = 40, 160  # signs around the first hit
_DOTS = "…"
Span = tuple[int, int]  # places in the folded text


class Piece(NamedTuple):
    """A piece of a snippet."""

    text: str
    is_hit: bool


def snippet(text: Reading, phrases: Iterable[Phrase]) -> list[Piece]:
    """The text around its first hit, all hits marked, dots where it was cut.

    Numbers and addresses that lead to a person are covered, as they are left out of the index: a list of hits is not
    the place to read them.
    """
    spans = _merged(span for phrase in phrases for span in _hits(text, phrase))
    begin, end = _window(text, spans[0] if spans else (0, 0))
    pieces = [Piece(_DOTS, is_hit=False)] if begin else []
    at = begin
    for start, stop in spans:
        if start >= end:
            break
        pieces += [Piece(text.shown(at, start), is_hit=False), Piece(text.shown(start, stop), is_hit=True)]
        at = stop
    if at < end:
        pieces.append(Piece(text.shown(at, end), is_hit=False))
    if text.end(max(at, end)) < len(text.text):
        pieces.append(Piece(_DOTS, is_hit=False))
    return [piece for piece in pieces if piece.text]


def _hits(text: Reading, phrase: Phrase) -> Iterator[Span]:
    """Where this phrase stands."""
    words, row, length = text.words, list(phrase), len(phrase)
    for at, word in enumerate(words):
        if word == row[0] and words[at : at + length] == row:
            yield text.spans[at][0], text.spans[at + length - 1][1]


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, stop in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _window(text: Reading, first: Span) -> Span:
    """Where to cut: only before and after whole atoms, so that no Tibetan syllable is torn."""
    begin = 0
    if first[0] > BEFORE:
        begin = next((start for start, _ in text.spans if start >= first[0] - BEFORE), 0)
    limit = max(first[1], first[0] + AFTER)
    if limit >= len(text.plain):
        return begin, len(text.plain)
    return begin, next((end for _, end in reversed(text.spans) if end <= limit), limit)
