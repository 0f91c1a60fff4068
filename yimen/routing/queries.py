"""The catalogue: all categories, procedures, doors and remits, kept in memory until their edition changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from yimen.routing.facts import CategoryFacts, DoorFacts, ProcedureFacts
from yimen.routing.models import Category, Door, Procedure

__all__ = ["Catalogue", "CategoryFacts", "DoorFacts", "ProcedureFacts", "catalogue"]


#: Columns whose names are those of the facts.
_COLUMNS = tuple("order names handle_limit may_be_dispute is_public suppress_below retention is_offered".split())


class NoPack(LookupError):
    """No pack has been loaded, so the town has no procedure: an operator's mistake, not a resident's."""


@dataclass(frozen=True)
class Catalogue:
    """What a case can be about in this town, how it is handled, and which function answers for it."""

    by_id: Mapping[int, CategoryFacts]
    procedures: Mapping[str, ProcedureFacts]
    doors: Mapping[str, DoorFacts]
    remits: Mapping[tuple[int, str], str]  # by category id and level of place
    by_code: Mapping[str, CategoryFacts] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_code", {c.code: c for c in self.by_id.values()})

    @property
    def default_procedure(self) -> ProcedureFacts:
        """The road of a case whose category was left open."""
        for procedure in self.procedures.values():
            if procedure.is_default:
                return procedure
        msg = "No pack has been loaded: the town has no procedure yet."
        raise NoPack(msg)

    def procedure(self, pk: int) -> ProcedureFacts:
        """The procedure with this number."""
        return next(p for p in self.procedures.values() if p.id == pk)

    def ids_below(self, pk: int) -> list[int]:
        """This category and all below it."""
        codes, ids = {self.by_id[pk].code} if pk in self.by_id else set(), [pk]
        for category in self.by_id.values():  # parents stand before their children
            if category.parent_code in codes:
                codes.add(category.code)
                ids.append(category.id)
        return ids

    def leaf(self, code: str) -> CategoryFacts | None:
        """The category with this code, if a resident can choose it today."""
        category = self.by_code.get(code)
        return category if category and category.is_leaf and category.is_offered else None

    def branches(self) -> list[tuple[CategoryFacts, list[CategoryFacts]]]:
        """What can be chosen, in the pack's order: each branch with its leaves; empty branches are left out."""
        leaves: dict[str, list[CategoryFacts]] = {}
        for category in self.by_id.values():
            if category.is_leaf and category.is_offered:
                leaves.setdefault(category.parent_code, []).append(category)
        offered = (c for c in self.by_id.values() if not c.is_leaf and c.is_offered)
        return [(branch, leaves[branch.code]) for branch in offered if branch.code in leaves]

    def procedure_of(self, category: CategoryFacts | None) -> ProcedureFacts:
        """The road a case of this category takes; the town's default where it was left open."""
        if category is None or not category.procedure_code:
            return self.default_procedure
        return self.procedures[category.procedure_code]

    def remit_of(self, category: CategoryFacts, level: str) -> str:
        """The function that answers for this category at this level of place, or empty: its own, or its branch's."""
        up: CategoryFacts | None = category
        while up:
            if function := self.remits.get((up.id, level)):
                return function
            up = self.by_code.get(up.parent_code)
        return ""


@lru_cache(maxsize=1)
def catalogue(edition: int) -> Catalogue:  # noqa: ARG001 – the edition is what the memory is kept by
    """The catalogue of this edition (``kernel.models.editions()["routing"]``); three statements, once a process."""
    categories, remits = _categories()
    return Catalogue(categories, procedures(), doors(), remits)


def procedures() -> dict[str, ProcedureFacts]:
    """All procedures by code, straight from the table."""
    return {
        row["code"]: ProcedureFacts(**row | {"doors": tuple(row["doors"])})
        for row in Procedure.objects.order_by("id").values()
    }


def doors() -> dict[str, DoorFacts]:
    """All other doors by code, straight from the table."""
    return {row["code"]: DoorFacts(**row) for row in Door.objects.order_by("id").values()}


def _categories() -> tuple[dict[int, CategoryFacts], dict[tuple[int, str], str]]:
    """Categories in the pack's order, and their remits, in one statement: a row for each remit."""
    joined = ("kinds", "parent__code", "procedure__code", "door__code", "remits__level", "remits__function")
    categories: dict[int, CategoryFacts] = {}
    remits: dict[tuple[int, str], str] = {}
    for row in Category.objects.order_by("order", "id").values("id", "code", *_COLUMNS, *joined):
        if row["id"] not in categories:
            categories[row["id"]] = _category(row)
        if row["remits__level"]:
            remits[row["id"], row["remits__level"]] = row["remits__function"]
    return categories, remits


def _category(row: dict[str, Any]) -> CategoryFacts:
    return CategoryFacts(
        id=row["id"],
        code=row["code"],
        parent_code=row["parent__code"] or "",
        kinds=tuple(row["kinds"]),
        procedure_code=row["procedure__code"] or "",
        door_code=row["door__code"] or "",
        **{name: row[name] for name in _COLUMNS},
    )
