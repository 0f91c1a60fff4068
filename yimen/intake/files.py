"""Files that come with a form: cleaned and on the disk before the verb, off it again if the verb says no."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from yimen.files.hygiene import clean_all
from yimen.files.store import Placed, put_all, take_back
from yimen.kernel.verdict import Refused

Upload = tuple[str, bytes]  # the name it had, and its content


class FileRefused(Refused):
    """It is the files that cannot be taken; everything else on the form may be right."""


@contextmanager
def files_for(uploads: Sequence[Upload]) -> Iterator[list[Placed]]:
    """The files, for the verb inside the ``with``: if that fails in any way, no bytes are left behind."""
    placed = _placed(uploads) if uploads else []
    try:
        yield placed
    except BaseException:
        take_back(placed)
        raise


def _placed(uploads: Sequence[Upload]) -> list[Placed]:
    try:
        return put_all(clean_all(uploads))
    except Refused as refusal:
        raise FileRefused(refusal.verdict.reason, **refusal.verdict.params) from refusal
