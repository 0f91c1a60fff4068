"""The two files that an import writes: what could not be taken, and the receipts to hand out."""

import csv
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from yimen.intake.channels.table.wrong import Remark
from yimen.kernel.text import as_a_cell
from yimen.kernel.verdict import Refused, Verdict, gettext_noop

CANT_WRITE = gettext_noop("%(file)s can't be written: %(why)s. Name another with %(option)s PATH")
HEADING = ("line", "number", "column", "taken", "reason")


class Report:
    """The lines that were not taken, and those that were taken with a change. No file is made if there are none."""

    def __init__(self, path: Path, say: Callable[[Verdict], str]) -> None:
        self.path, self._say = path, say
        self._file: IO[str] | None = None
        if path.exists():
            self._open()  # an earlier run's must not be taken for this one's
        elif not os.access(path.parent, os.W_OK):
            raise Refused(CANT_WRITE, file=path, why=os.strerror(13), option="--report")

    @property
    def is_there(self) -> bool:
        """Whether there is anything to read in it."""
        return self._file is not None

    def note(self, remarks: Iterable[Remark]) -> None:
        """Write these down, so that they are on the disk if the next batch is stopped."""
        for remark in remarks:
            line = (remark.line, as_a_cell(remark.number), remark.column, "yes" if remark.is_taken else "no")
            csv.writer(self._open()).writerow((*line, as_a_cell(self._say(remark.reason))))
        if self._file:
            self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file:
            self._file.close()

    def _open(self) -> IO[str]:
        if self._file is None:
            try:
                self._file = self.path.open("w", encoding="utf-8-sig", newline="")
            except OSError as error:
                raise Refused(CANT_WRITE, file=self.path, why=error.strerror, option="--report") from error
            csv.writer(self._file).writerow(HEADING)
        return self._file


class Receipts:
    """Old numbers with their receipts, for handing out: whoever has a receipt can read and answer the case, so the
    file is its owner's alone. It comes under its name when it is whole.
    """

    def __init__(self, path: Path) -> None:
        self.path, self._part = path, path.with_name(f"{path.name}.part")
        try:
            self._part.unlink(missing_ok=True)
            number = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise Refused(CANT_WRITE, file=path, why=error.strerror, option="--receipts") from error
        self._file = os.fdopen(number, "w", encoding="utf-8-sig", newline="")
        self._writer: Any = csv.writer(self._file)
        self._writer.writerow(("number", "receipt"))

    def note(self, receipts: Iterable[tuple[str, str]]) -> None:
        """Write these down."""
        self._writer.writerows((as_a_cell(number), code) for number, code in receipts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
        if kind is None:
            self._part.replace(self.path)
        else:
            self._part.unlink(missing_ok=True)
