"""What is wrong with a file, a mapping or a line, in words for whoever mends it. Pure: no Django, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass

from yimen.kernel.verdict import Refused, Verdict

_SHOWN = 60  # characters of a cell that are repeated in a sentence


class Wrong(Exception):
    """One line can't be taken, because of this column."""

    def __init__(self, column: str, reason: str, /, **params: object) -> None:
        self.column = column
        self.verdict = Verdict(reason, {name: _short(value) for name, value in params.items()})
        super().__init__(str(self.verdict))


@dataclass(frozen=True, slots=True)
class Remark:
    """What the report says of a line: why it was not taken, or what was changed in it."""

    line: int  # of the file, from 1
    number: str  # in the older system; empty where it could not be read
    column: str
    reason: Verdict
    is_taken: bool = False


class BadMapping(Refused):
    """The mapping can't be used; here is all that must be mended."""

    def __init__(self, problems: Iterable[tuple[str, Verdict]]) -> None:
        self.problems = tuple(problems)  # the key ("columns.opened"), and the sentence
        super().__init__("; ".join(f"{key}: {verdict}" for key, verdict in self.problems).replace("%", "%%"))


def _short(value: object) -> object:
    """A value from a file on one line, fit for a terminal."""
    if isinstance(value, int):
        return value
    text = "".join(c if c.isprintable() else "�" for c in str(value)[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
