"""What is wrong with a pack, and where."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing to mend. The message is an English sentence with %(name)s places, to be translated by who shows it."""

    file: str  # within the pack: "limits.csv", "letters/bo/case-asked.txt"
    line: int  # from 1; 0 for the file as a whole
    column: str  # of a table its heading, of pack.toml its key, of a letter the character from 1; may be empty
    message: str
    params: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        where = ":".join(part for part in (self.file, str(self.line or ""), self.column) if part)
        return f"{where}: {self.message % self.params if self.params else self.message}"


class BadPack(Exception):
    """The pack can't be taken: here is everything that must be mended first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Notes:
    """Collects problems while the files are read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, file: str, line: int, column: str, message: str, /, **params: object) -> None:
        """Note one problem; go on reading."""
        shown = {name: _shown(value) for name, value in params.items()}
        self.problems.append(Problem(file, line, column, message, shown))


def _shown(value: object) -> str:
    """A value from a file, short and on one line, fit for a terminal."""
    text = "".join(c if c.isprintable() else "�" for c in str(value))
    return text if len(text) <= 60 else text[:59] + "…"
