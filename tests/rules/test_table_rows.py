"""A line of an older system's file is read by its mapping; each kind of bad line says what is wrong."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.cases.rules import Channel
from yimen.intake.channels.table.dates import Dates
from yimen.intake.channels.table.lines import Line
from yimen.intake.channels.table.mapping import Mapping
from yimen.intake.channels.table.rows import OldRow, Rows
from yimen.intake.channels.table.wrong import Wrong

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
HEADING = ("no", "opened", "closed", "state", "what", "more", "where", "east", "north", "type", "sub", "by", "answer")
COLUMNS = {
    "number": "no", "opened": "opened", "closed": "closed", "status": "state", "place_words": "where",
    "longitude": "east", "latitude": "north", "channel": "by", "answer": "answer",
}  # fmt: skip
GOOD = dict.fromkeys(HEADING, "") | {"no": "7", "opened": "2019-05-31 14:30:00", "state": "open", "what": "A lamp"}


def mapping(**changes: Any) -> Mapping:  # noqa: ANN401 – any field of a mapping
    usual: dict[str, Any] = {
        "source": "old", "columns": COLUMNS, "words": ("what", "more"), "category": ("type", "sub"),
        "zone": ZoneInfo("America/Los_Angeles"), "language": "en", "open_states": frozenset({"open"}),
        "closed_states": frozenset({"done"}), "channels": {"tel": Channel.PHONE, "*": Channel.LETTER},
        "categories": {"lamp": "streets.lighting", "bus": {"late": "supply.buses", "*": ""}},
    }  # fmt: skip
    return Mapping(**usual | changes)


def row(rows: Rows | None = None, /, **cells: str) -> OldRow:
    line = Line(2, list((GOOD | cells).values()))
    return (rows or Rows(mapping(), HEADING, NOW)).row(line)


def test_a_date_is_the_clock_time_of_its_own_town() -> None:
    assert row().opened == datetime(2019, 5, 31, 21, 30, tzinfo=UTC)
    assert row(opened="2019-01-31 14:30").opened == datetime(2019, 1, 31, 22, 30, tzinfo=UTC)  # winter time


def test_a_date_with_a_zone_of_its_own_keeps_it() -> None:
    assert row(opened="2019-05-31T14:30:00+08:00").opened == datetime(2019, 5, 31, 6, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_read_as_after_the_change() -> None:
    assert row(opened="2019-03-10 02:30:00").opened == datetime(2019, 3, 10, 10, 30, tzinfo=UTC)  # 03:30 there


def test_an_hour_that_comes_twice_is_its_second_only_if_the_first_does_not_fit() -> None:
    twice = row(opened="2019-11-03 01:50:00", closed="2019-11-03 01:10:00", state="done")
    assert twice.opened == datetime(2019, 11, 3, 8, 50, tzinfo=UTC)
    assert twice.closed == datetime(2019, 11, 3, 9, 10, tzinfo=UTC)
    assert twice.mended is None


def test_other_ways_of_writing_a_date_are_said_in_the_mapping() -> None:
    rows = Rows(mapping(date_formats=("%d.%m.%Y %H:%M", "%d.%m.%Y")), HEADING, NOW)
    assert row(rows, no="1", opened="31.05.2019 14:30").opened == datetime(2019, 5, 31, 21, 30, tzinfo=UTC)
    assert row(rows, no="2", opened="31.05.2019").opened == datetime(2019, 5, 31, 7, 0, tzinfo=UTC)
    with pytest.raises(Wrong, match=re.escape("“2019-05-31” is no date as the mapping says: %d.%m.%Y %H:%M, %d.%m.%Y")):
        row(rows, no="3", opened="2019-05-31")


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"no": ""}, "no", "number is missing"),
        ({"no": "9" * 65}, "no", "more than 64"),
        ({"opened": ""}, "opened", "is no date"),
        ({"opened": "31/13/2019"}, "opened", "is no date"),
        ({"opened": "2026-03-02 10:00:00"}, "opened", "in the future"),
        ({"opened": "9999-12-31 23:59:59"}, "opened", "in the future"),
        ({"opened": "1969-07-20"}, "opened", "before the year 1971"),
        ({"opened": "0001-01-01"}, "opened", "before the year 1971"),
        ({"state": "done"}, "closed", "the day is missing"),
        ({"state": "done", "closed": "2019-05-29"}, "closed", "more than a day before"),
        ({"state": "done", "closed": "2030-01-01"}, "closed", "in the future"),
        ({"state": "lost"}, "state", "“lost” is neither"),
        ({"what": " ", "more": "\t"}, "what, more", "no words"),
        ({"what": "x" * 8001}, "what, more", "longer than 8000"),
        ({"east": "12,5", "north": "3"}, "east", "no number of degrees"),
        ({"east": "inf", "north": "3"}, "east", "no number of degrees"),
        ({"east": "nan", "north": "nan"}, "east", "no number of degrees"),
        ({"east": "1"}, "north", "both numbers"),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_where(cells: dict[str, str], column: str, says: str) -> None:
    with pytest.raises(Wrong, match=says) as no:
        row(**cells)
    assert no.value.column == column


def test_a_number_that_comes_twice_says_where_it_came_first() -> None:
    rows = Rows(mapping(), HEADING, NOW)
    rows.row(Line(2, list(GOOD.values())))
    with pytest.raises(Wrong, match="The number 7 stood in line 2 already"):
        rows.row(Line(9, list(GOOD.values())))


def test_a_line_that_was_refused_does_not_take_the_number() -> None:
    rows = Rows(mapping(), HEADING, NOW)
    with pytest.raises(Wrong):
        row(rows, opened="?")
    assert row(rows).number == "7"


def test_closed_hours_before_it_was_opened_is_mended_and_told() -> None:
    mended = row(state="done", closed="2019-05-31 04:30:00")
    assert mended.closed == mended.opened
    assert mended.mended is not None
    assert mended.mended[0] == "closed"


def test_an_open_case_has_no_closing_day_and_no_answer() -> None:
    opened = row(closed="2019-06-01", answer="Soon")
    assert (opened.closed, opened.answer) == (None, "")


def test_without_a_column_of_states_the_closing_day_decides() -> None:
    rows = Rows(mapping(open_states=frozenset(), closed_states=frozenset()), HEADING, NOW)
    assert row(rows, no="1", closed="2019-06-01").closed
    assert row(rows, no="2").closed is None


def test_words_of_several_columns_are_joined_and_said_once() -> None:
    assert row(what="Graffiti", more="Graffiti").words == "Graffiti"
    assert row(what="Graffiti", more="on a wall").words == "Graffiti · on a wall"


def test_what_the_town_needs_not_keep_is_left_out() -> None:
    rows = Rows(mapping(leave_out=(re.compile(r"\b\d[A-Z]{3}\d{3}\b"),)), HEADING, NOW)
    assert row(rows, what="White car 6LWD681").words == "White car …"


def test_a_place_in_words_that_is_too_long_is_cut_and_told() -> None:
    cut = row(where="x" * 300)
    assert len(cut.place_words) == 200
    assert cut.mended is not None


@pytest.mark.parametrize(
    ("values", "code", "unknown"),
    [
        (("lamp", "any"), "streets.lighting", ""),
        (("bus", "late"), "supply.buses", ""),
        (("bus", "full"), "", ""),
        (("tree", ""), "", "tree / "),
    ],
)
def test_categories_are_found_by_their_table(values: tuple[str, str], code: str, unknown: str) -> None:
    found = row(type=values[0], sub=values[1])
    assert (found.category, found.unknown_category) == (code, unknown)


def test_the_rest_of_the_channels_has_a_channel_too() -> None:
    assert (row(by="tel").channel, row(by="fax").channel) == (Channel.PHONE, Channel.LETTER)
    assert row(Rows(mapping(channels={}), HEADING, NOW)).channel is Channel.IMPORT


def refusal_of(read: Callable[[], object]) -> str:
    """Why it is refused, in words; empty if it is taken."""
    try:
        read()
    except Wrong as no:
        return str(no)
    return ""


@given(st.dictionaries(st.sampled_from(HEADING), st.text(max_size=40)))
def test_whatever_stands_in_a_line_it_is_taken_or_refused_in_words(cells: dict[str, str]) -> None:
    if not refusal_of(lambda: row(**cells)):
        found = row(**cells)
        assert found.words
        assert found.number
        assert found.closed is None or found.closed >= found.opened


@given(st.text(max_size=30), st.sampled_from(["Asia/Shanghai", "America/Los_Angeles", "Pacific/Apia"]))
def test_no_date_breaks_the_reader(value: str, zone: str) -> None:
    dates = Dates(ZoneInfo(zone), (), NOW)
    if not refusal_of(lambda: dates.moment("opened", value)):
        assert dates.moment("opened", value) <= NOW


@given(st.datetimes(datetime(1992, 1, 1), datetime(2026, 3, 1)))  # noqa: DTZ001 – clock time; no change of clocks since
def test_a_clock_time_is_read_back_as_it_was(clock_time: datetime) -> None:
    zone = ZoneInfo("Asia/Shanghai")
    moment = Dates(zone, (), NOW).moment("opened", clock_time.isoformat())
    assert moment.astimezone(zone).replace(tzinfo=None) == clock_time
