"""Bytes that no row knows: left by a refused verb or a machine that died. The clock removes them after a day."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.core.files.storage import default_storage

from yimen.files.models import StoredFile
from yimen.files.store import PART

#: A form takes minutes; after a day nobody is still writing.
ORPHAN_AFTER = timedelta(days=1)
_AT_ONCE = 500


def sweep_orphans(at: datetime) -> int:
    """Remove files without a row that are older than a day; says how many."""
    old, removed = _older_than(at - ORPHAN_AFTER), 0
    while paths := list(islice(old, _AT_ONCE)):
        known = set(StoredFile.objects.filter(key__in=[p.name for p in paths]).values_list("key", flat=True))
        for path in paths:
            if path.name not in known:
                path.unlink(missing_ok=True)
                removed += 1
    return removed


def _older_than(moment: datetime) -> Iterator[Path]:
    for path in Path(default_storage.path("")).glob("??/*"):
        is_ours = path.name.removesuffix(PART).isalnum() and path.is_file()
        if is_ours and path.stat().st_mtime < moment.timestamp():
            yield path
