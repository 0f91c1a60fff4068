"""The files of an older system: their encoding, their lines, and the mapping that explains them."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yimen.cases.rules import Channel
from yimen.intake.channels.table.lines import Table
from yimen.intake.channels.table.mapping import Mapping
from yimen.intake.channels.table.mapping_file import read_mapping
from yimen.intake.channels.table.text import look_at
from yimen.intake.channels.table.wrong import BadMapping
from yimen.kernel.verdict import Refused

BASE = Path(__file__).resolve().parents[2]
LEAST = """source = "old"
time_zone = "Asia/Shanghai"
language = "bo"
[columns]
number = "no"
opened = "on"
words = "what"
"""


def mapping(tmp_path: Path, text: str = LEAST) -> Mapping:
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def table(tmp_path: Path, content: bytes, said: str = LEAST) -> Table:
    (tmp_path / "old.csv").write_bytes(content)
    meant = mapping(tmp_path, said)
    return Table(look_at(tmp_path / "old.csv", meant.encoding), meant)


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("utf-16", "utf-16")],
)
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str, read_as: str) -> None:
    read = table(tmp_path, "no,on,what\n1,2020-01-01,路灯不亮\n".encode(encoding))
    assert read.text.encoding == read_as
    assert [line.cells for line in read] == [["1", "2020-01-01", "路灯不亮"]]


def test_an_encoding_that_is_said_is_kept_to_and_a_bad_line_costs_itself(tmp_path: Path) -> None:
    content = "no,on,what\n1,2020-01-01,灯\n2,2020-01-01,".encode() + b"\xff\xfe\n3,2020-01-01,b\n"
    lines = list(table(tmp_path, content, f'encoding = "utf-8"\n{LEAST}'))
    assert [line.wrong is None for line in lines] == [True, False, True]
    assert lines[1].wrong is not None
    assert lines[1].wrong.column == "what"


def test_a_line_is_named_by_where_it_begins(tmp_path: Path) -> None:
    lines = list(table(tmp_path, b'no,on,what\n1,x,"a\nb\nc"\n\n2,x,d\n3,x\n'))
    assert [(line.number, line.wrong is None) for line in lines] == [(2, True), (6, True), (7, False)]


def test_a_cell_as_long_as_a_book_costs_its_line(tmp_path: Path) -> None:
    lines = list(table(tmp_path, b"no,on,what\n1,x," + b"a" * 200_000 + b"\n2,x,b\n"))
    assert [line.wrong is None for line in lines] == [False, True]


@given(content=st.binary(max_size=300))
def test_no_file_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    try:
        lines = list(table(folder, b"no,on,what\n" + content))
    except Refused:
        return  # in words: neither of the encodings
    assert all(line.wrong or len(line.cells) == 3 for line in lines)


def test_the_least_mapping_is_three_columns(tmp_path: Path) -> None:
    made = mapping(tmp_path)
    assert (made.words, made.columns["number"], made.zone) == (("what",), "no", ZoneInfo("Asia/Shanghai"))
    assert made.headings() == [("number", "no"), ("opened", "on"), ("words", "what")]


@pytest.mark.parametrize(
    ("change", "key", "says"),
    [
        ('source = "old"', "source", "needs a name"),
        ('time_zone = "Asia/Shanghai"', "time_zone", "no time zone"),
        ('language = "bo"', "language", "not one of the town's languages"),
        ('words = "what"', "columns.words", "is needed"),
    ],
)
def test_what_is_needed_is_asked_for(tmp_path: Path, change: str, key: str, says: str) -> None:
    with pytest.raises(BadMapping) as no:
        mapping(tmp_path, LEAST.replace(change, ""))
    assert [(at, says in str(verdict)) for at, verdict in no.value.problems] == [(key, True)]


@pytest.mark.parametrize(
    ("added", "key"),
    [
        ('opend = "x"', "columns.opend"),
        ('longitude = "x"', "columns"),
        ('status = "x"', "status.closed"),
        ("place_words = 7", "columns.place_words"),
        ("category = [1]", "columns.category"),
        ('[channels]\ntel = "fax"', 'channels."tel"'),
        ('[status]\nclosed = "x"\nopen = ["x"]', "status.closed"),
        ("[categories]\nlamp = 7", 'categories."lamp"'),
        ('[time]\nx = "y"', "time"),
    ],
)
def test_a_slip_in_the_mapping_is_told_by_its_key(tmp_path: Path, added: str, key: str) -> None:
    with pytest.raises(BadMapping) as no:
        mapping(tmp_path, LEAST + added)
    assert key in [at for at, _ in no.value.problems]


def test_a_misspelt_key_is_guessed(tmp_path: Path) -> None:
    with pytest.raises(BadMapping, match="Did you mean “opened”"):
        mapping(tmp_path, LEAST + 'opend = "x"')


@pytest.mark.parametrize(
    ("first", "says"),
    [
        ("source = ", "no TOML"),
        ('delimiter = "ab"', "single sign"),
        ('encoding = "zip"', "no encoding"),
        ('leave_out = ["("]', "will not do"),
        ("columns = 3", "no TOML"),
    ],
)
def test_a_mapping_that_is_none_says_so(tmp_path: Path, first: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        mapping(tmp_path, f"{first}\n{LEAST}")


def test_the_example_is_a_good_mapping() -> None:
    made = read_mapping(BASE / "examples" / "sf311" / "mapping.toml")
    assert made.channels["Voice In"] is Channel.PHONE
    assert made.category_of(("Damaged Property", "Damaged Parking_Meter")) == ("streets.parking", True)
    assert made.category_of(("Damaged Property", "Damaged News_Rack")) == ("", True)
    assert made.category_of(("Never heard of", "")) == ("", True)
