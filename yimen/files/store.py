"""Where files go: first the bytes to the disk, then, in the verb's transaction, the rows that make them exist.

If the verb is refused or the machine dies in between, the bytes have no row and ``sweep.py`` removes them.
"""

import errno
import os
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.core.files.storage import default_storage

from yimen.files.models import StoredFile
from yimen.files.rules import Cleaned
from yimen.kernel.verdict import Refused, gettext_noop

DISK_FULL = gettext_noop(
    "There is no room for files here at the moment. Please send your text without them and add them later; "
    "the text you typed is still here."
)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
HANDS = 8  # that put files on the disk at the same time: each waits some milliseconds for it, doing nothing
PART = ".part"  # what is still being written


@dataclass(frozen=True)
class Placed:
    """A cleaned file whose bytes are on the disk, and which no row knows yet."""

    name: str
    type: str
    size: int
    digest: str
    key: str


def put(cleaned: Cleaned) -> Placed:
    """Bytes to the disk, whole or not at all. Call it before the transaction; a full disk is refused in words."""
    key = secrets.token_hex(16)
    try:
        _write(path_of(key), cleaned.content)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise Refused(DISK_FULL) from error
        raise
    digest = sha256(cleaned.content).hexdigest()
    return Placed(cleaned.name, cleaned.type, len(cleaned.content), digest, key)


def put_all(cleaned: Sequence[Cleaned]) -> list[Placed]:
    """All files of one form; if one has no room, none is left behind. Several wait for the disk together."""
    if len(cleaned) < 2:
        return [put(each) for each in cleaned]
    with ThreadPoolExecutor(HANDS) as hands:
        tried = [hands.submit(put, each) for each in cleaned]
    failed = next((error for each in tried if (error := each.exception())), None)
    if failed:
        take_back([each.result() for each in tried if not each.exception()])
        raise failed
    return [each.result() for each in tried]


def take_back(placed: Sequence[Placed]) -> None:
    """Remove bytes that will have no row: the verb was refused."""
    for each in placed:
        path_of(each.key).unlink(missing_ok=True)


def keep_files(*, subject: str, by: str, placed: Sequence[Placed], at: datetime) -> list[StoredFile]:
    """One INSERT for all of them, inside the verb's transaction; ``by`` is a journal reference ("resident")."""
    rows = [
        StoredFile(subject=subject, by=by, at=at, name=p.name, type=p.type, size=p.size, digest=p.digest, key=p.key)
        for p in placed
    ]
    return StoredFile.objects.bulk_create(rows) if rows else []


def path_of(key: str) -> Path:
    """Where the bytes of this key are; two letters of it make the folder."""
    return Path(default_storage.path(f"{key[:2]}/{key}"))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(path.name + PART)
    try:
        with open(part, "wb", opener=_for_owner) as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the name, too, survives a power cut
    finally:
        os.close(folder)


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
