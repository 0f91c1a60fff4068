"""What is kept of files, why, and until when."""

from collections.abc import Sequence

from django.db import transaction

from yimen.files.models import StoredFile
from yimen.files.store import path_of
from yimen.kernel.forgetting import Field, Inventory, Rule

_BASIS = "the resident's own sending (PIPL art. 13)"
_SEEN = "the resident; the office that holds the case, after its look is noted"
_KEPT = "as long as the case"


def _field(purpose: str, seen_by: str = _SEEN) -> Field:
    return Field(purpose, _BASIS, seen_by, _KEPT)


INVENTORY: Inventory = {
    "files.StoredFile": {
        "id": _field("to name the file in an address", "whoever sees the file"),
        "subject": _field("to know which case it belongs to"),
        "at": _field("to show when it came"),
        "by": _field("to show whether the resident or an office sent it"),
        "name": _field("to recognise the file by the name its sender gave it"),
        "type": _field("to open it as what it is"),
        "size": _field("to say how long a download takes"),
        "digest": _field("to show that it is the same file that was sent"),
        "key": _field("to find the bytes on the disk", "nobody"),
    }
}

#: Files go with their case; bytes without a case are swept by ``sweep.py``, which is a line of the schedule because
#: it walks the disk and must hold no transaction meanwhile.
RULES: list[Rule] = []


def forget_files_of(subjects: Sequence[str]) -> int:
    """Remove all files of these subjects, rows and bytes; says how many. Their cases decide when."""
    rows = StoredFile.objects.filter(subject__in=subjects)
    with transaction.atomic():
        keys = list(rows.values_list("key", flat=True))
        StoredFile.objects.filter(key__in=keys).delete()
        transaction.on_commit(lambda: _remove(keys))
    return len(keys)


def forget_file(subject: str, pk: int) -> None:
    """Remove one file of this subject, row and bytes: whoever brought it in took it out again."""
    rows = StoredFile.objects.filter(subject=subject, pk=pk)
    with transaction.atomic():
        keys = list(rows.values_list("key", flat=True))
        rows.delete()
        transaction.on_commit(lambda: _remove(keys))


def _remove(keys: Sequence[str]) -> None:
    for key in keys:  # if the machine dies here, the sweep removes the rest
        path_of(key).unlink(missing_ok=True)
