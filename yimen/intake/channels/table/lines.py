"""The lines of a table: cells under their headings, each with its number in the file. Pure: no Django, no clock."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from yimen.intake.channels.table.mapping import Mapping
from yimen.intake.channels.table.text import Text
from yimen.intake.channels.table.wrong import BadMapping, Wrong
from yimen.kernel.verdict import Refused, Verdict, gettext_noop

LONGEST_CELL = 131_072  # characters; Python's own bound. A quotation mark that is never closed ends here
CELLS = gettext_noop("There are %(found)s cells in this line; the heading has %(wanted)s.")
NO_CSV = gettext_noop("Lines %(first)s to %(last)s are no CSV (%(why)s): often a quotation mark that is not closed.")
ENCODING = gettext_noop("This cell has bytes that are not %(encoding)s.")
EMPTY = gettext_noop("%(file)s is empty.")
MISSING = gettext_noop("The file has no column “%(heading)s”. It has: %(has)s")
TWICE = gettext_noop("The file has two columns “%(heading)s”.")
SEPARATED = gettext_noop(
    "%(file)s has only one column. If its cells are parted by “%(sign)s”, write in the mapping: %(line)s"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands, or what is wrong with it."""

    number: int  # its first line in the file, from 1: a cell may hold line breaks
    cells: list[str]
    wrong: Wrong | None = None


class Table:
    """An open table: its heading has been read and fits the mapping."""

    def __init__(self, text: Text, mapping: Mapping, also: str = "") -> None:
        self.text = text
        self._lines = csv.reader(text.read(), delimiter=mapping.delimiter, strict=True)
        try:
            self.heading = [cell.strip() for cell in next(self._lines, [])]
        except csv.Error as error:
            raise Refused(NO_CSV, first=1, last=self._lines.line_num, why=error) from error
        if not any(self.heading):
            raise Refused(EMPTY, file=text.path.name)
        self._require_columns(mapping, also)

    @property
    def read(self) -> int:
        """How many lines of the file have been read."""
        return self._lines.line_num

    def __iter__(self) -> Iterator[Line]:
        """Every line that is not blank; one that is no CSV is told and passed over."""
        wanted = len(self.heading)
        while True:
            first = self._lines.line_num + 1
            try:
                cells = next(self._lines)
            except StopIteration:
                return
            except csv.Error as error:
                last = self._lines.line_num
                yield Line(first, [], Wrong("", NO_CSV, first=first, last=last, why=error))
                continue
            if len(cells) != wanted and any(cell.strip() for cell in cells):
                yield Line(first, cells, Wrong("", CELLS, found=len(cells), wanted=wanted))
            elif len(cells) == wanted and any(cells):
                yield Line(first, cells, self._undecoded(cells))

    def _undecoded(self, cells: list[str]) -> Wrong | None:
        try:
            "".join(cells).encode()
        except UnicodeEncodeError:
            column = next(h for h, cell in zip(self.heading, cells, strict=True) if not _is_text(cell))
            return Wrong(column, ENCODING, encoding=self.text.encoding)
        return None

    def _require_columns(self, mapping: Mapping, also: str) -> None:
        if len(self.heading) == 1:
            for sign, shown in ((";", ";"), ("\t", "\\t"), (",", ",")):
                if sign in self.heading[0] and sign != mapping.delimiter:
                    line = f'delimiter = "{shown}"'
                    raise Refused(SEPARATED, file=self.text.path.name, sign=shown, line=line)
        asked = [
            *((f"columns.{key}", heading) for key, heading in mapping.headings()),
            *([("--check-area", also)] if also else []),
        ]
        has = ", ".join(self.heading)[:400]
        problems = [
            (key, Verdict(MISSING if heading not in self.heading else TWICE, {"heading": heading, "has": has}))
            for key, heading in asked
            if self.heading.count(heading) != 1
        ]
        if problems:
            raise BadMapping(problems)


def _is_text(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True
