"""What is looked for in an index, whichever database keeps it."""

from collections.abc import Sequence

#: Tokens that must all be there.
All = frozenset[str]
#: Each group must be fulfilled, by any one of its alternatives.
Match = Sequence[Sequence[All]]


def written(match: Match, both: str, either: str) -> str:
    """The match in a database's own words for "and" and "or"."""
    return both.join(f"({either.join(f'({both.join(sorted(each))})' for each in group)})" for group in match)
