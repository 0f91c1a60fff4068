"""Reading one table of a pack, cell by cell, so that every complaint knows its line and its column."""

import csv
import io
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yimen.journeys.pack_files.problems import Notes
from yimen.journeys.pack_files.text import text_of
from yimen.kernel.verdict import gettext_noop

CODE = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
YES, NO = frozenset({"yes", "true", "1", "是"}), frozenset({"", "no", "false", "0", "否"})  # as spreadsheets write them


@dataclass(frozen=True)
class Row:
    """One line of a table; each reading takes a cell and notes what is wrong with it."""

    file: str
    line: int
    cells: Mapping[str, str]
    notes: Notes

    def problem(self, column: str, message: str, /, **params: object) -> None:
        """Note that this cell is wrong."""
        self.notes.add(self.file, self.line, column, message, **params)

    def text(self, column: str, *, most: int = 0, needed: bool = False) -> str:
        """The cell as it stands, without blanks around it."""
        value = self.cells.get(column, "")
        if needed and not value:
            self.problem(column, gettext_noop("This cell is empty."))
        if most and len(value) > most:
            self.problem(column, gettext_noop("This is longer than %(most)s characters."), most=most)
        return value

    def code(self, column: str = "code", *, most: int = 32) -> str:
        """A code: letters, digits, and - _ . between them."""
        value = self.text(column, most=most, needed=True)
        if value and not CODE.fullmatch(value):
            self.problem(column, gettext_noop("“%(code)s” is no code: use letters, digits, - and a dot."), code=value)
        return value

    def number(self, column: str, *, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds; an empty cell is the default, if there is one."""
        value = self.text(column, needed=default is None)
        if not value:
            return default or 0
        if not (value.isascii() and value.isdigit() and least <= int(value[:9]) <= most):
            says = gettext_noop("“%(value)s” is no whole number from %(least)s to %(most)s.")
            self.problem(column, says, value=value, least=least, most=most)
            return default or least
        return int(value)

    def flag(self, column: str) -> bool:
        """Yes or no; an empty cell is no."""
        value = self.text(column).casefold()
        if value not in YES | NO:
            self.problem(column, gettext_noop("“%(value)s” is neither yes nor no."), value=value)
        return value in YES

    def one_of(self, column: str, allowed: Container[str], *, needed: bool = True) -> str:
        """A word from a list, or a code that stands in another table."""
        value = self.text(column, needed=needed)
        if value and value not in allowed:
            self.problem(column, gettext_noop("“%(value)s” is not known."), value=value)
            return ""
        return value

    def several_of(self, column: str, allowed: Container[str], *, needed: bool = True) -> tuple[str, ...]:
        """Words from a list, with blanks between them."""
        values = self.text(column, needed=needed).split()
        for value in values:
            if value not in allowed:
                self.problem(column, gettext_noop("“%(value)s” is not known."), value=value)
        return tuple(dict.fromkeys(values))

    def names(self, languages: tuple[str, ...], *, prefix: str = "name", needed: bool = True) -> dict[str, str]:
        """A text in every language of the pack, or in none if it is not needed: columns name_zh-hans, name_en, …"""
        needed = needed or any(self.text(f"{prefix}_{lang}") for lang in languages)
        said = {lang: self.text(f"{prefix}_{lang}", most=2000, needed=needed) for lang in languages}
        return said if needed else {}


def rows_of(folder: Path, file: str, columns: tuple[str, ...], notes: Notes) -> Iterator[Row]:
    """The lines of a table that have anything in them; nothing at all if the table can't be read."""
    text = text_of(folder, file, notes)
    if text is None:
        return
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading = [cell.strip() for cell in next(lines, [])]
        if not _heading_is_right(file, heading, columns, notes):
            return
        first = lines.line_num + 1
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield _row(file, first, heading, cells, notes)
            first = lines.line_num + 1  # of the next line: a cell may hold line breaks
    except csv.Error as error:
        notes.add(file, lines.line_num, "", gettext_noop("This line is no CSV: %(error)s."), error=error)


def _row(file: str, line: int, heading: list[str], cells: list[str], notes: Notes) -> Row:
    for cell in cells[len(heading) :]:
        if cell.strip():
            notes.add(file, line, "", gettext_noop("“%(value)s” stands right of the last column."), value=cell)
    return Row(file, line, dict(zip(heading, (cell.strip() for cell in cells), strict=False)), notes)


def _heading_is_right(file: str, heading: list[str], columns: tuple[str, ...], notes: Notes) -> bool:
    missing = [column for column in columns if column not in heading]
    for column in missing:
        notes.add(file, 1, column, gettext_noop("This column is missing."))
    for column in sorted({c for c in heading if heading.count(c) > 1}):
        notes.add(file, 1, column, gettext_noop("There are two columns of this name."))
    for column in heading:
        if column not in columns:
            notes.add(file, 1, column, gettext_noop("This column is not known."))
    return not missing
