"""One text, read once: its atoms for comparing, and where they stand for marking. Pure: no Django, no clock."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from yimen.search.rules import ATOM, CLUSTER, atoms, folded, joined, without_names, without_persons

COVERED = "•"
_STRETCH = 200  # signs


class Reading:
    """A text as search reads it. What leads to a person is covered before anything else is looked at.

    Places are counted in the folded text, which may be longer or shorter than the text as it was written; ``begin``
    and ``end`` lead back to that.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = self._whole = folded(text)
        self._signs: list[str] = []  # as they were written; none where every sign stays one sign, as in most texts
        if len(self.plain) != len(text):
            self._signs = CLUSTER.findall(text)
            self.plain = "".join(map(_folded_sign, self._signs))
        self.clean = without_persons(self.plain)
        self._places: Sequence[int] = () if self._signs else range(len(text) + 1)

    @cached_property
    def words(self) -> list[str]:
        """Its atoms, one after the other."""
        found = ATOM.findall(self.clean)
        return found if self._whole == self.plain else [folded(word) for word in found]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each of them begins and ends, in the folded text."""
        return [found.span() for found in ATOM.finditer(self.clean)]

    def said(self, names: Iterable[str]) -> str:
        """Its atoms as one string in which phrases are looked for; ``names`` are taken out."""
        if self._whole == self.plain:
            return joined(without_names(self.words, names))
        return joined(atoms(self.text, names))  # signs that only together make another one: Hangul in its parts

    def begin(self, at: int) -> int:
        """The place in the text as it was written of the sign that stands here in the folded one."""
        if at >= len(self._places):
            self._go_on(at)
        return self._places[at]

    def end(self, at: int) -> int:
        """Where in the text as it was written the sign begins that follows; an atom may end within a sign."""
        return max(self.begin(at), self.begin(at - 1) + 1) if at else 0

    def _go_on(self, until: int) -> None:
        """The places up to this one and a stretch beyond: few texts need any, and those mostly the first ones."""
        places, at = [], 0
        for sign in self._signs:
            places += [at] * len(_folded_sign(sign))
            at += len(sign)
            if len(places) > until + _STRETCH:
                break
        self._places = [*places, at]

    def shown(self, begin: int, end: int) -> str:
        """This stretch (places of the folded text) as it was written, with what leads to a person covered."""
        first, last = self.begin(begin), self.end(end)
        if self.plain[begin:end] == self.clean[begin:end]:
            return self.text[first:last]
        covered = {self.begin(at) for at in range(begin, end) if self.plain[at] != self.clean[at]}
        return "".join(COVERED if at in covered else self.text[at] for at in range(first, last))


@lru_cache(maxsize=20_000)  # few signs, and each stands in every text: folding them anew was a quarter of a search
def _folded_sign(sign: str) -> str:
    return folded(sign)
