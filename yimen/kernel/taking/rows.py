"""Taking reference data from a pack: add what is new, change what differs, touch nothing else.

What the town has set itself (``own``) stays as it is, and where the pack says otherwise the report says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from yimen.kernel.models import Own
from yimen.kernel.taking.own import Owned, owned

#: What stands in one row, by the name of the field; a key is a code, or a code and a language.
Fields = Mapping[str, Any]
BATCH = 200


@dataclass(frozen=True)
class Changes:
    """What a pack brought: the codes that were added, changed, or are no longer offered; and what the town keeps."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # cells where the town differs from the pack: nothing was written there

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.retired)

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.added + other.added,
            self.changed + other.changed,
            self.retired + other.retired,
            self.kept + other.kept,
        )


def take_rows(model: type[models.Model], wanted: Mapping[str, Fields], *, keys: tuple[str, ...] = ("code",)) -> Changes:
    """Make the table say what is wanted, row by row under its key; rows that nobody mentions stay as they are.

    ``wanted`` is told by the words the report shall use ("urban.lighting", "case-received bo"); each row's fields
    include its key fields. Four statements at most, none of them writing when all is as wanted.
    """
    manager = model._default_manager  # noqa: SLF001 – Django's own name for it
    there = {tuple(getattr(row, k) for k in keys): row for row in manager.all()}
    own = owned(model)
    added: dict[str, models.Model] = {}
    changed: dict[str, models.Model] = {}
    touched: set[str] = set()
    kept: list[str] = []
    for label, fields in wanted.items():
        row = there.get(tuple(fields[k] for k in keys))
        if row is None:
            added[label] = model(**fields)
            continue
        kept += _noted(label, row, fields, own)
        differs = [n for n, value in fields.items() if getattr(row, n) != value and not own.has(label, n)]
        for name in differs:
            setattr(row, name, fields[name])
        if differs:
            changed[label] = row
            touched |= set(differs)
    manager.bulk_create(added.values(), batch_size=BATCH)
    if changed:
        manager.bulk_update(changed.values(), sorted(touched), batch_size=BATCH)
    return Changes(tuple(added), tuple(changed), kept=tuple(kept))


def _noted(label: str, row: models.Model, fields: Fields, own: Owned) -> list[str]:
    """Note what the pack says in the town's own cells now; a pack that has come round to the town ends the note."""
    kept = [label] if own.has_row(label) else []
    for name, cell in own.cells(label).items():
        if name not in fields:
            continue
        if getattr(row, name) == fields[name]:
            cell.delete()
            continue
        kept.append(f"{label} {name.removesuffix('_id')}")
        if cell.packs != fields[name]:
            Own.objects.filter(pk=cell.pk).update(packs=fields[name])
    return kept
