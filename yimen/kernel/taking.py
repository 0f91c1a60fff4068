"""Taking reference data from a pack: add what is new, change what differs, touch nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

#: What stands in one row, by the name of the field; a key is a code, or a code and a language.
Fields = Mapping[str, Any]
BATCH = 200


@dataclass(frozen=True)
class Changes:
    """What a pack brought: the codes that were added, changed, or are no longer offered."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.retired)

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(self.added + other.added, self.changed + other.changed, self.retired + other.retired)


def take_rows(model: type[models.Model], wanted: Mapping[str, Fields], *, keys: tuple[str, ...] = ("code",)) -> Changes:
    """Make the table say what is wanted, row by row under its key; rows that nobody mentions stay as they are.

    ``wanted`` is told by the words the report shall use ("urban.lighting", "case-received bo"); each row's fields
    include its key fields. Three statements at most, none of them writing when all is as wanted.
    """
    manager = model._default_manager  # noqa: SLF001 – Django's own name for it
    there = {tuple(getattr(row, k) for k in keys): row for row in manager.all()}
    added: dict[str, models.Model] = {}
    changed: dict[str, models.Model] = {}
    touched: set[str] = set()
    for label, fields in wanted.items():
        row = there.get(tuple(fields[k] for k in keys))
        if row is None:
            added[label] = model(**fields)
            continue
        differs = [name for name, value in fields.items() if getattr(row, name) != value]
        for name in differs:
            setattr(row, name, fields[name])
        if differs:
            changed[label] = row
            touched |= set(differs)
    manager.bulk_create(added.values(), batch_size=BATCH)
    if changed:
        manager.bulk_update(changed.values(), sorted(touched), batch_size=BATCH)
    return Changes(tuple(added), tuple(changed))
