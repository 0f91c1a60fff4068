"""The limits of the packs, kept in memory as long as the calendar's edition is the same."""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from yimen.deadlines.models import Limit
from yimen.deadlines.rules import Span, Unit


@dataclass(frozen=True, slots=True)
class LimitFacts:
    """How long an office may take for one step, and the law that says so."""

    id: int
    code: str
    names: dict[str, str]
    length: int
    unit: Unit
    extra_length: int  # the one extension; 0: there is none
    extra_unit: Unit
    law: str
    rolls: bool

    def span(self) -> Span:
        """The limit as a term starts with it."""
        return Span(self.length, self.unit, rolls=self.rolls, law=self.law)


@lru_cache(maxsize=2)
def limits(edition: int) -> dict[str, LimitFacts]:  # noqa: ARG001 – the edition is what the process's memory goes by
    """All limits by code."""
    return {
        row.code: LimitFacts(
            id=row.pk,
            code=row.code,
            names=row.names,
            length=row.length,
            unit=cast("Unit", row.unit),
            extra_length=row.extra_length,
            extra_unit=cast("Unit", row.extra_unit or row.unit),
            law=row.law,
            rolls=row.rolls,
        )
        for row in Limit.objects.all()
    }


@lru_cache(maxsize=2)
def limits_by_id(edition: int) -> dict[int, LimitFacts]:
    """All limits by the number that terms refer to."""
    return {limit.id: limit for limit in limits(edition).values()}
