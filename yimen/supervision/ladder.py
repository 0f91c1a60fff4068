"""The town's ladder, kept in memory as long as its edition is the same."""

from collections.abc import Mapping
from functools import lru_cache

from yimen.supervision.models import Rung
from yimen.supervision.rules import Does, Ladder, RungFacts, When

EDITION = "ladder"


@lru_cache(maxsize=2)
def _ladder(edition: int) -> tuple[RungFacts, ...]:  # noqa: ARG001 – what the process's memory goes by
    rows = Rung.objects.order_by("order").values_list("code", "when", "number", "does", "names")
    return tuple(RungFacts(code, When(when), number, Does(does), names) for code, when, number, does, names in rows)


def ladder_of(editions: Mapping[str, int]) -> Ladder:
    """All rungs from the bottom up; none where the pack has none."""
    return _ladder(editions.get(EDITION, 0))
