"""The mapping: what the columns of an older system's file mean here. A TOML file; docs/towns/import.md explains it."""

import re
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from yimen.cases.rules import Channel

REST = "*"  # in a table: all other values
#: Columns by what they are to us. Of words and category there may be several.
SINGLE = ("number", "opened", "closed", "status", "place_words", "longitude", "latitude", "channel", "answer")
SEVERAL = ("words", "category")
NEEDED = ("number", "opened", "words")

#: From a value in the file to a code of ours, or to a table by the next category column.
Codes = Mapped[str, "str | Codes"]


@dataclass(frozen=True)
class Mapping:
    """How to read one file. Columns are headings of the file; empty where it has none."""

    source: str  # a name for the older system; together with a number it makes the case's receipt
    columns: Mapped[str, str]  # by the names of SINGLE
    words: tuple[str, ...]
    category: tuple[str, ...]
    zone: ZoneInfo  # of dates without one of their own
    language: str  # of the words
    date_formats: tuple[str, ...] = ()  # as strptime reads them; none: ISO 8601
    delimiter: str = ","
    encoding: str = ""  # empty: found out
    open_states: frozenset[str] = frozenset()
    closed_states: frozenset[str] = frozenset()
    categories: Codes = field(default_factory=dict)
    channels: Mapped[str, Channel] = field(default_factory=dict)
    leave_out: tuple[re.Pattern[str], ...] = ()  # what the town needs not keep of words and answers

    def headings(self) -> list[tuple[str, str]]:
        """Every column that the file must have, as (our key, its heading)."""
        several = [("words", heading) for heading in self.words] + [("category", heading) for heading in self.category]
        return [*((key, heading) for key, heading in self.columns.items() if heading), *several]

    def category_of(self, values: tuple[str, ...]) -> tuple[str, bool]:
        """Our code for what the category columns say (empty: left open), and whether the mapping speaks of it."""
        table: Codes = self.categories
        for value in values:
            found = table.get(value, table.get(REST))
            if found is None:
                return "", False
            if isinstance(found, str):
                return found, True
            table = found
        rest = table.get(REST)
        return (rest, True) if isinstance(rest, str) else ("", False)

    def codes(self) -> list[tuple[str, str]]:
        """Every code of ours in the table of categories, as (key in the mapping, code); those left open are not."""
        return [(key, code) for key, code in _flat("categories", self.categories) if code]


def _flat(above: str, table: Codes) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        here = f'{above}."{key}"'
        found += [(here, value)] if isinstance(value, str) else _flat(here, value)
    return found
