"""What the guides call by its name, as their readers look for it on the pages."""

import re
from collections.abc import Iterable, Iterator

from tests.house import wording
from tests.house.tree import ROOT

GUIDES = ROOT / "docs" / "guide"
CODE = re.compile(r"`[^`]+`")
#: What stands in *single stars*, over two lines at most.
NAMED = re.compile(r"(?<!\*)\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)")
PLACE = re.compile(r"%\(\w+\)[sd]")


def called(text: str) -> Iterator[str]:
    """What a guide calls by its name: *Ask for a review*, or *The town → Limits* for one after the other."""
    yield from _parts(NAMED.findall(CODE.sub("", text)))


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
