"""Names of categories, places and offices: looked up when somebody searches, so that a new name counts at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from yimen.cases.models import Case
from yimen.people.queries import OfficeFacts
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town
from yimen.search.documents import categories_above, coded, offices_above, places_above
from yimen.search.matching import All
from yimen.search.rules import Phrase, atoms, joined, stands_in

MOST = 64  # alternatives of one phrase; beyond, what they lie in stands for them, and what is found is read again


@dataclass(frozen=True)
class Family:
    """Things with names that lie in one another."""

    letter: str  # of their tokens
    names: Mapping[int, str]  # all names of each, as :func:`rules.joined`
    above: Mapping[int, int | None]

    def named(self, phrase: Phrase) -> frozenset[int]:
        """Those with this phrase in one of their names."""
        return frozenset(pk for pk, names in self.names.items() if stands_in(phrase, names))

    def covering(self, pks: frozenset[int]) -> list[All]:
        """Tokens, one of which every case has that belongs to one of these.

        If they are not too many, all that lies in them now is among them: it may have lain elsewhere when the index
        was told of the case.
        """
        within = {pk for pk in self.names if pk in pks or self._is_covered(pk, pks)}
        if len(within) <= MOST:
            return [frozenset({coded(self.letter, pk)}) for pk in sorted(within)]
        while True:
            tops = {pk for pk in pks if not self._is_covered(pk, pks)}
            if len(tops) <= MOST:
                return [frozenset({coded(self.letter, pk)}) for pk in sorted(tops)]
            wider = frozenset(self.above.get(pk) or pk for pk in tops)
            if wider == tops:  # so many that lie in nothing: none of them is left out
                return [frozenset({coded(self.letter, pk)}) for pk in sorted(tops)]
            pks = wider

    def _is_covered(self, pk: int, pks: frozenset[int]) -> bool:
        above = self.above.get(pk)
        while above:
            if above in pks:
                return True
            above = self.above.get(above)
        return False


@dataclass(frozen=True)
class Named:
    """What one phrase means besides what was said: the categories, places and offices that are called so."""

    categories: frozenset[int]
    places: frozenset[int]
    offices: frozenset[int]
    tokens: list[All]

    def fits(self, case: Case, town: Town) -> bool:
        """Is the case in, at or with one of them?"""
        return not (
            self.categories.isdisjoint(categories_above(case.category_id, town))
            and self.places.isdisjoint(places_above(case.area_id, town))
            and self.offices.isdisjoint(offices_above([case.office_id], town))
        )


def named(phrase: Phrase, town: Town) -> Named:
    """Look one phrase up."""
    families = _families(town)
    categories, places, offices = (family.named(phrase) for family in families)
    found = zip(families, (categories, places, offices), strict=True)
    return Named(categories, places, offices, [token for family, pks in found for token in family.covering(pks)])


def _families(town: Town) -> tuple[Family, Family, Family]:
    """Of this edition of the town; made once a process."""
    now = town.editions
    return _made(tuple(now.get(name, 0) for name in ("routing", "places", "people")), _Out(town))


class _Out:
    """The town, kept out of the key by which its names are remembered."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Out)


@lru_cache(maxsize=1)
def _made(_: tuple[int, ...], out: _Out) -> tuple[Family, Family, Family]:
    town = out.town
    categories, places, offices = town.catalogue.by_id, town.places.by_id, town.offices.by_id
    by_code = town.catalogue.by_code
    up = {pk: by_code[c.parent_code].id if c.parent_code else None for pk, c in categories.items()}
    return (
        Family("c", {pk: _names(c.names.values()) for pk, c in categories.items()}, up),
        Family("a", {pk: _names(p.names.values()) for pk, p in places.items()}, _up(places)),
        Family("o", {pk: _names(o.names.values()) for pk, o in offices.items()}, _up(offices)),
    )


def _up(things: Mapping[int, PlaceFacts] | Mapping[int, OfficeFacts]) -> dict[int, int | None]:
    return {pk: thing.parent_id for pk, thing in things.items()}


def _names(names: Iterable[str]) -> str:
    return "".join(joined(atoms(name)) for name in names)
