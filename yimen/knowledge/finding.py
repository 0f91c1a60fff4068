"""Finding an entry by what somebody typed: plain comparison of words, enough for a few thousand of them. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yimen.knowledge.rules import Words

LONGEST_QUESTION = 200
#: A run of Chinese signs, a Tibetan syllable, or a word of letters and digits.
_PARTS = re.compile(r"[\u3400-\u9fff]+|[\u0f00-\u0f0a\u0f0e-\u0fff]+|[^\W_\u0f00-\u0fff\u3400-\u9fff]+")


def parts_of(text: str) -> Iterator[str]:
    """What is compared: words without accents, Tibetan syllables, and each two Chinese signs that stand together."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not "\u0300" <= c <= "\u036f")
    for part in _PARTS.findall(plain):
        if "\u3400" <= part[0] <= "\u9fff":
            yield from (part[i : i + 2] for i in range(max(1, len(part) - 1)))
        else:
            yield part


@dataclass(frozen=True)
class Compared:
    """What one text says in one language, taken apart."""

    title: frozenset[str]
    body: frozenset[str]


def taken_apart(words: Words) -> list[Compared]:
    """A text in each of its languages."""
    return [Compared(frozenset(parts_of(said["title"])), frozenset(parts_of(said["body"]))) for said in words.values()]


def found(question: str, texts: Mapping[int, Sequence[Compared]]) -> list[int]:
    """The numbers of the texts that have something of what was asked, the best first."""
    asked = set(parts_of(question[:LONGEST_QUESTION]))
    weighed = ((max((_weight(asked, one) for one in said), default=0), pk) for pk, said in texts.items())
    return [pk for weight, pk in sorted(weighed, key=lambda pair: (-pair[0], pair[1])) if weight]


def _weight(asked: set[str], said: Compared) -> int:
    """What stands in the title counts twice. Less than a quarter of what was asked is chance."""
    weight = sum(2 if _has(said.title, part) else 1 if _has(said.body, part) else 0 for part in asked)
    return weight if weight * 4 >= len(asked) else 0


def _has(parts: frozenset[str], asked: str) -> bool:
    """A word counts when it begins as the one that was asked for: "lamp" finds "lamps"."""
    if asked in parts:
        return True
    if len(asked) == 1 and "\u3400" <= asked <= "\u9fff":
        return any(asked in part for part in parts)
    return len(asked) > 2 and asked.isascii() and any(part.startswith(asked) for part in parts)
