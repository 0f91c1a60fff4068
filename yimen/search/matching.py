"""What is looked for in an index, whichever database keeps it."""

from collections.abc import Iterator, Sequence

#: Tokens that must all be there.
All = frozenset[str]
#: Each group must be fulfilled, by any one of its alternatives.
Match = Sequence[Sequence[All]]


FIRST, LARGEST = 24, 400  # cases: a page and what mostly is no hit after all; as many as are read in one go


def batches() -> Iterator[int]:
    """How many are asked for at a time: a page, and more and more where little of it were hits."""
    size = FIRST
    while True:
        yield size
        size = min(2 * size, LARGEST)


def written(match: Match, both: str, either: str) -> str:
    """The match in a database's own words for "and" and "or"."""
    return both.join(f"({either.join(f'({both.join(sorted(each))})' for each in group)})" for group in match)
