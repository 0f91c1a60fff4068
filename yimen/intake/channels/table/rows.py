"""From a line of the file to a row of ours, by the mapping. Pure: no Django, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite

from yimen.cases.rules import LONGEST_WORDS, Channel
from yimen.intake.channels.table.dates import Dates
from yimen.intake.channels.table.lines import Line
from yimen.intake.channels.table.mapping import REST, Mapping
from yimen.intake.channels.table.wrong import Wrong
from yimen.kernel.text import plain
from yimen.kernel.verdict import Refused, Verdict, gettext_noop

LONGEST_NUMBER, LONGEST_PLACE = 64, 200
SLIP = timedelta(days=1)  # a twelve-hour clock, a day without its hour: mended. Longer than that is a wrong date
NO_NUMBER = gettext_noop("The number is missing.")
LONG_NUMBER = gettext_noop("This number has more than %(longest)s characters.")
TWICE = gettext_noop("The number %(number)s stood in line %(line)s already.")
NO_WORDS = gettext_noop("There are no words that say what it is about.")
NO_DAY = gettext_noop("It is closed, but the day is missing.")
BACKWARDS = gettext_noop("It was closed more than a day before it was opened.")
MENDED_BACKWARDS = gettext_noop("It was closed before it was opened; taken as closed when it was opened.")
MENDED_PLACE = gettext_noop("The place in words was longer than %(longest)s characters; it was cut.")
NO_STATE = gettext_noop("“%(value)s” is neither among the open states nor among the closed ones.")
NO_COORDINATE = gettext_noop("“%(value)s” is no number of degrees.")
HALF_A_POINT = gettext_noop("A point needs both numbers, east and north.")


@dataclass(slots=True)
class OldRow:
    """One case of the older system, read; its area is not looked up yet."""

    line: int
    number: str
    opened: datetime
    closed: datetime | None
    words: str
    answer: str
    place_words: str
    longitude: float | None
    latitude: float | None
    category: str  # a code of ours; empty: left open
    unknown_category: str  # what the file says, where the mapping has nothing for it
    channel: Channel
    checked: str  # what the file itself says of the area, to compare
    mended: tuple[str, Verdict] | None = None  # column, and what was changed


class Rows:
    """Reads the lines of one file; remembers their numbers, to notice one that comes twice."""

    def __init__(self, mapping: Mapping, heading: Sequence[str], at: datetime, checked: str = "") -> None:
        self.mapping = mapping
        self.dates = Dates(mapping.zone, mapping.date_formats, at)
        places = {name: at for at, name in enumerate(heading)}
        self._at = {key: places[name] if name else -1 for key, name in mapping.columns.items()}
        self._words = [places[name] for name in mapping.words]
        self._category = [places[name] for name in mapping.category]
        self._checked = places[checked] if checked else -1
        self._seen: dict[str, int] = {}

    def row(self, line: Line) -> OldRow:
        """The row. Raises :class:`Wrong`, with column and reason, if the line can't be taken."""
        if line.wrong:
            raise line.wrong
        cells = line.cells
        number = self._number(line)
        opened = self.dates.moment(self.mapping.columns["opened"], self._cell(cells, "opened"))
        closed, mended = self._closed(cells, opened)
        place_words, cut = self._place_words(cells)
        longitude, latitude = self._point(cells)
        values = tuple(cells[at].strip() for at in self._category)
        category, is_known = self.mapping.category_of(values)
        row = OldRow(
            line=line.number,
            number=number,
            opened=opened,
            closed=closed,
            words=self._said(cells),
            answer=self._plain("answer", self._cell(cells, "answer")) if closed else "",
            place_words=place_words,
            longitude=longitude,
            latitude=latitude,
            category=category,
            unknown_category="" if is_known or not self._category else " / ".join(values) or "–",
            channel=self._channel(cells),
            checked=cells[self._checked].strip() if self._checked >= 0 else "",
            mended=mended or cut,
        )
        self._seen[number] = line.number
        return row

    def number_in(self, line: Line) -> str:
        """The number as far as it can be read, for the report."""
        at = self._at["number"]
        return line.cells[at].strip()[:LONGEST_NUMBER] if len(line.cells) > at else ""

    def _cell(self, cells: list[str], key: str) -> str:
        at = self._at[key]
        return cells[at].strip() if at >= 0 else ""

    def _number(self, line: Line) -> str:
        column, number = self.mapping.columns["number"], self._cell(line.cells, "number")
        if not number:
            raise Wrong(column, NO_NUMBER)
        if len(number) > LONGEST_NUMBER:
            raise Wrong(column, LONG_NUMBER, longest=LONGEST_NUMBER)
        if number in self._seen:
            raise Wrong(column, TWICE, number=number, line=self._seen[number])
        return number

    def _closed(self, cells: list[str], opened: datetime) -> tuple[datetime | None, tuple[str, Verdict] | None]:
        column, value = self.mapping.columns["closed"], self._cell(cells, "closed")
        if self.mapping.closed_states:
            state = self._cell(cells, "status")
            if state not in self.mapping.closed_states:
                if self.mapping.open_states and state not in self.mapping.open_states:
                    raise Wrong(self.mapping.columns["status"], NO_STATE, value=state)
                return None, None
            if not value:
                raise Wrong(column, NO_DAY)
        elif not value:
            return None, None
        closed = self.dates.moment(column, value)
        if closed < opened:
            closed = self.dates.second_time(value) or closed
        if closed >= opened:
            return closed, None
        if opened - closed > SLIP:
            raise Wrong(column, BACKWARDS)
        return opened, (column, Verdict(MENDED_BACKWARDS))

    def _place_words(self, cells: list[str]) -> tuple[str, tuple[str, Verdict] | None]:
        said = " ".join(self._cell(cells, "place_words").split())
        if len(said) <= LONGEST_PLACE:
            return plain(said, LONGEST_PLACE), None
        cut = plain(said[: LONGEST_PLACE - 1], LONGEST_PLACE) + "…"
        return cut, (self.mapping.columns["place_words"], Verdict(MENDED_PLACE, {"longest": LONGEST_PLACE}))

    def _point(self, cells: list[str]) -> tuple[float | None, float | None]:
        east, north = (self._coordinate(cells, key) for key in ("longitude", "latitude"))
        if (east is None) != (north is None):
            raise Wrong(self.mapping.columns["longitude" if east is None else "latitude"], HALF_A_POINT)
        return east, north

    def _coordinate(self, cells: list[str], key: str) -> float | None:
        if not (value := self._cell(cells, key)):
            return None
        try:
            degrees = float(value)
        except ValueError:
            degrees = float("nan")
        if not isfinite(degrees):
            raise Wrong(self.mapping.columns[key], NO_COORDINATE, value=value)
        return degrees

    def _said(self, cells: list[str]) -> str:
        """The words of several columns, each said once."""
        said = dict.fromkeys(text for at in self._words if (text := cells[at].strip()))
        words = self._plain("words", " · ".join(said))
        if not words:
            raise Wrong(", ".join(self.mapping.words), NO_WORDS)
        return words

    def _plain(self, key: str, text: str) -> str:
        for pattern in self.mapping.leave_out:
            text = pattern.sub("…", text)
        try:
            return plain(text, LONGEST_WORDS)
        except Refused as no:
            column = self.mapping.columns.get(key) or ", ".join(self.mapping.words)
            raise Wrong(column, no.verdict.reason, **no.verdict.params) from no

    def _channel(self, cells: list[str]) -> Channel:
        channels = self.mapping.channels
        return channels.get(self._cell(cells, "channel")) or channels.get(REST) or Channel.IMPORT
