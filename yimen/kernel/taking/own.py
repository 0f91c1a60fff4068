"""What the town has set itself, on top of its pack."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db import models

from yimen.kernel.models import JUST_CHANGED, Own
from yimen.kernel.verdict import Refused


class Owned:
    """The town's own cells of one table."""

    def __init__(self, cells: list[Own]) -> None:
        self._rows = {cell.row for cell in cells if not cell.field}
        self._cells: dict[str, dict[str, Own]] = {}
        for cell in cells:
            if cell.field:
                self._cells.setdefault(cell.row, {})[cell.field] = cell

    def has_row(self, row: str) -> bool:
        """Was this row made by the town?"""
        return row in self._rows

    def has(self, row: str, field: str) -> bool:
        """Did the town set this cell?"""
        return row in self._rows or field in self._cells.get(row, {})

    def cells(self, row: str) -> dict[str, Own]:
        """The cells of this row that the town set, by field."""
        return self._cells.get(row, {})

    def rows(self) -> set[str]:
        """All rows in which the town has a word of its own."""
        return self._rows | self._cells.keys()


def owned(model: type[models.Model]) -> Owned:
    """What the town has set itself in this table; one statement."""
    return Owned(list(Own.objects.filter(table=_table(model))))


def packs_say(table: str, row: str) -> dict[str, Any]:
    """What the pack says where the town has a word of its own, by field; one statement."""
    return dict(Own.objects.filter(table=table, row=row).exclude(field="").values_list("field", "packs"))


def own_rows(table: str) -> set[str]:
    """The rows of this table in which the town has a word of its own; one statement."""
    return set(Own.objects.filter(table=table).values_list("row", flat=True))


def seen_as(fields: Mapping[str, Any]) -> str:
    """A short mark of these values: what somebody saw on their page when they began to change them."""
    return sha256(json.dumps(fields, sort_keys=True, default=str).encode()).hexdigest()[:16]


def set_own(row: models.Model, label: str, fields: Mapping[str, Any], *, seen: str) -> list[str]:
    """The town's word counts in these cells from now on; says which have changed. The caller holds the row.

    Refused if the row is no longer as ``seen``. Where the town comes back to what its pack says, it follows the pack
    again.
    """
    if seen_as({name: getattr(row, name) for name in fields}) != seen:
        raise Refused(JUST_CHANGED)
    own = owned(type(row))
    differs = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in differs:
        cell = own.cells(label).get(name)
        if cell is None and not own.has_row(label):
            Own.objects.create(table=_table(type(row)), row=label, field=name, packs=getattr(row, name))
        elif cell is not None and cell.packs == fields[name]:
            cell.delete()
        setattr(row, name, fields[name])
    if differs:
        row.save(update_fields=differs)
    return differs


def mark_row(row: models.Model, label: str) -> None:
    """This row was made by the town: no pack takes it away."""
    Own.objects.create(table=_table(type(row)), row=label, field="")


def _table(model: type[models.Model]) -> str:
    return model._meta.label  # noqa: SLF001 – Django's own name for it
