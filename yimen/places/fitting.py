"""Whether new outlines fit those that stay: what is wrong with them, and what a repair makes of it. No database."""

from collections.abc import Sequence
from dataclasses import dataclass

from yimen.places.mending import repair
from yimen.places.outlines import Feature, Problem, examine


@dataclass(frozen=True)
class Fitted:
    """Outlines as they would be carried out, what was mended in them, and what is still wrong."""

    features: list[Feature]
    mended: list[Problem]
    problems: list[Problem]


def fit(
    new: Sequence[Feature], staying: Sequence[Feature], before: Sequence[Feature], *, mend: bool, allow_gaps: bool
) -> Fitted:
    """The new ones beside those that stay; what was wrong before the change is not held against it.

    Mending may move the border of a neighbour: then that one is among the features, too.
    """
    known = examine(before, allow_gaps=allow_gaps)
    found = [one for one in examine([*new, *staying], allow_gaps=allow_gaps) if one not in known]
    if not mend or not any(one.can_be_repaired for one in found):
        return Fitted(list(new), [], found)
    mended = repair([*new, *staying], allow_gaps=allow_gaps)
    still = [one for one in examine(mended, allow_gaps=allow_gaps) if one not in known]
    moved = [now for now, was in zip(mended[len(new) :], staying, strict=True) if now != was]
    return Fitted([*mended[: len(new)], *moved], found, still)
