"""Reading files. Whoever shows one to staff has noted the look at its subject before."""

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from yimen.files.models import StoredFile
from yimen.files.store import path_of
from yimen.kernel.verdict import Refused, gettext_noop

GONE = gettext_noop("The content of %(name)s is missing on this machine. Please tell the office.")


@dataclass(frozen=True)
class FileFacts:
    """One file as pages show it."""

    id: int
    subject: str
    at: datetime
    by: str
    name: str
    type: str
    size: int
    digest: str
    key: str

    @property
    def is_picture(self) -> bool:
        """May it be shown in a page?"""
        return self.type.startswith("image/")


def files_of(subject: str) -> list[FileFacts]:
    """All files of this subject, oldest first: one statement."""
    return [_facts(row) for row in StoredFile.objects.filter(subject=subject).order_by("id")]


def file_for(subject: str, pk: int) -> FileFacts | None:
    """This file, if it belongs to this subject."""
    row = StoredFile.objects.filter(subject=subject, pk=pk).first()
    return _facts(row) if row else None


def open_content(file: FileFacts) -> BinaryIO:
    """Its bytes, opened for reading; the caller closes them."""
    try:
        return path_of(file.key).open("rb")
    except FileNotFoundError as error:
        raise Refused(GONE, name=file.name) from error


def _facts(row: StoredFile) -> FileFacts:
    return FileFacts(row.pk, row.subject, row.at, row.by, row.name, row.type, row.size, row.digest, row.key)
