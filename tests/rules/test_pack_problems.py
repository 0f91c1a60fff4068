"""What is wrong with a pack is told with its file, line and column."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from yimen.journeys.pack_files import BadPack, Problem, read_pack
from yimen.journeys.pack_files.letters import PLACES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the plain pack, to be broken."""
    return Path(shutil.copytree(Path(settings.PACKS) / "generic", tmp_path / "pack"))


def spoil(path: Path, old: str, new: str) -> int:
    """Put something else there; answers on which line."""
    text = path.read_text("utf-8-sig")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(BadPack) as refusal:
        read_pack(folder)
    return list(refusal.value.problems)


LIGHT = "streets.lighting,路灯,Street lighting,ལམ་སྒྲོན།,fault suggestion,plain,,,urban,,,no,yes,5,fault"


def light(**cells: str) -> str:
    """The line of street lighting, with other cells."""
    columns = "code zh en bo kinds procedure handle_limit door town township village dispute public suppress retention"
    line = dict(zip(columns.split(), LIGHT.split(","), strict=True))
    return ",".join((line | cells).values())


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "says"),
    [
        ("categories.csv", LIGHT, light(procedure="quick"), "procedure", "“quick” is not known"),
        ("categories.csv", LIGHT, light(procedure=""), "procedure", "procedure, or another door"),
        ("categories.csv", LIGHT, light(door="court"), "door", "never both"),
        ("categories.csv", LIGHT, light(door="cellar", procedure=""), "door", "“cellar” is not known"),
        ("categories.csv", LIGHT, light(handle_limit="SOON"), "handle_limit", "“SOON” is not known"),
        ("categories.csv", LIGHT, light(town="lamps"), "town", "“lamps” is not known"),
        ("categories.csv", LIGHT, light(village="urban"), "village", "no “urban” on this level"),
        ("categories.csv", LIGHT, light(town=""), "town", "Nobody answers"),
        ("categories.csv", LIGHT, light(kinds="fault report"), "kinds", "“report” is not known"),
        ("categories.csv", LIGHT, light(kinds=""), "kinds", "empty"),
        ("categories.csv", LIGHT, light(kinds="fault dispute"), "may_be_dispute", "must say the same"),
        ("categories.csv", LIGHT, light(dispute="yes"), "may_be_dispute", "must say the same"),
        ("categories.csv", LIGHT, light(public="maybe"), "is_public", "neither yes nor no"),
        ("categories.csv", LIGHT, light(suppress="3"), "suppress_below", "“3” is not known"),
        ("categories.csv", LIGHT, light(public="no"), "suppress_below", "“5” is not known"),
        ("categories.csv", LIGHT, light(retention="ever"), "retention", "“ever” is not known"),
        ("categories.csv", LIGHT, light(en=""), "name_en", "empty"),
        ("categories.csv", LIGHT, light(code="streets.surface"), "code", "stands on line 3 already"),
        ("categories.csv", LIGHT, light(code="alleys.lighting"), "code", "no line for the group “alleys”"),
        ("categories.csv", LIGHT, light(code="lighting"), "code", "no categories"),
        ("categories.csv", LIGHT, light(code="streets lighting"), "code", "is no code"),
        ("categories.csv", LIGHT, light(code="streets.religious-sites"), "code", "“religio” may not be in a code"),
        ("categories.csv", LIGHT, light(code="streets." + "x" * 48), "code", "longer than 48"),
        ("categories.csv", LIGHT, LIGHT + ",more", "", "“more” stands right of the last column"),
        ("categories.csv", "ཁྲོམ་ལམ་དང་སྤྱི་པའི་ས་ཆ།,,", "ཁྲོམ་ལམ་དང་སྤྱི་པའི་ས་ཆ།,fault,", "kinds", "only groups"),
        ("limits.csv", "ལན་འདེབས།,10,wd", "ལན་འདེབས།,ten,wd", "length", "“ten” is no whole number from 1 to 366"),
        ("limits.csv", "ལན་འདེབས།,10,wd", "ལན་འདེབས།,0,wd", "length", "“0” is no whole number"),
        ("limits.csv", "ལན་འདེབས།,10,wd", "ལན་འདེབས།,-4,wd", "length", "“-4” is no whole number"),
        ("limits.csv", "ལན་འདེབས།,10,wd", "ལན་འདེབས།,10,weeks", "unit", "“weeks” is not known"),
        ("limits.csv", "10,wd,10,wd", "10,wd,10,", "extra_unit", "empty"),
        ("procedures.csv", "ACK,ANSWER", "ACK,ANSWERS", "handle_limit", "“ANSWERS” is not known"),
        ("procedures.csv", "ANSWER,received", "ANSWER,someday", "handle_from", "“someday” is not known"),
        ("procedures.csv", "yes,supervisor", "yes,mayor", "extension_by", "“mayor” is not known"),
        ("doors.csv", "112,yes", "112,now", "is_urgent", "neither yes nor no"),
        ("functions.csv", "one-door,一门服务中心", "police,一门服务中心", "code", "“police” may not be in a code"),
        ("functions.csv", "town township village", "town hamlet", "levels", "“hamlet” is not known"),
        ("pack.toml", 'default_procedure = "plain"', 'default_procedure = "fancy"', "default_procedure", "“fancy”"),
        ("pack.toml", "known_until = 2099-12-31", 'known_until = "soon"', "calendar.known_until", "needs a day"),
        ("pack.toml", 'country = ""  # two', 'country = "ZZ"  # two', "calendar.country", "has no calendar"),
        ("pack.toml", '"en", "bo"]', '"en", "xx"]', "languages", "“xx” is not known"),
        ("pack.toml", 'code = "generic"', 'code = "Any Town"', "code", "is no code"),
    ],
)
def test_a_wrong_cell_is_told_with_its_line_and_column(
    folder: Path, *, file: str, old: str, new: str, column: str, says: str
) -> None:
    line = spoil(folder / file, old, new)
    if "already" in says:
        line += 1  # the second of the two is the wrong one
    found = problems(folder)
    told = [(p.file, p.line, p.column) for p in found if says in str(p)]
    assert (file, line, column) in told, "\n".join(map(str, found))


def test_a_key_that_is_missing_stands_on_no_line(folder: Path) -> None:
    spoil(folder / "pack.toml", 'en = "Any town"', 'nl = "Any town"')
    assert [(p.line, p.column, p.message) for p in problems(folder)] == [(0, "names.en", "This needs a text.")]


def test_a_line_with_one_cell_too_few_is_found(folder: Path) -> None:
    line = spoil(folder / "categories.csv", "streets,街道与公共空间,", "streets,")
    assert {p.line for p in problems(folder)} == {line}


def test_all_problems_come_at_once_in_their_order(folder: Path) -> None:
    spoil(folder / "limits.csv", "ལན་འདེབས།,10,wd", "ལན་འདེབས།,ten,wd")
    spoil(folder / "categories.csv", LIGHT, light(town="lamps", en=""))
    spoil(folder / "letters" / "en" / "case-asked.txt", "$question", "$qestion")
    found = [(p.file, p.column) for p in problems(folder)]
    assert found == [
        ("categories.csv", "name_en"),
        ("categories.csv", "town"),
        ("categories.csv", "town"),  # nobody answers for it now
        ("letters/en/case-asked.txt", "1"),
        ("letters/en/case-asked.txt", "1"),
        ("limits.csv", "length"),
    ]


def test_a_missing_column_is_named_on_the_first_line(folder: Path) -> None:
    spoil(folder / "doors.csv", "telephone,is_urgent", "phone,is_urgent")
    found = [p for p in problems(folder) if p.file == "doors.csv"]
    assert [(p.line, p.column, p.message) for p in found] == [
        (1, "phone", "This column is not known."),
        (1, "telephone", "This column is missing."),
    ]


def test_a_column_that_stands_twice_is_named(folder: Path) -> None:
    spoil(folder / "functions.csv", "levels\n", "levels,levels\n")
    assert any((p.line, p.column) == (1, "levels") and "two columns" in str(p) for p in problems(folder))


def test_a_line_in_another_encoding_is_named(folder: Path) -> None:
    path = folder / "categories.csv"
    lines = path.read_bytes().split(b"\n")
    lines[3] = lines[3].decode().encode("gb18030")
    path.write_bytes(b"\n".join(lines))
    assert [(p.line, "UTF-8" in str(p)) for p in problems(folder) if p.file == "categories.csv"] == [(4, True)]


@pytest.mark.parametrize(("old", "new"), [("112,yes,", '112,yes,"so" to say,'), ("112,yes,", '112,yes,"never closed,')])
def test_broken_csv_is_told_with_its_line(folder: Path, old: str, new: str) -> None:
    line = spoil(folder / "doors.csv", old, new)
    found = [p for p in problems(folder) if p.file == "doors.csv"]
    assert found[0].line >= line
    assert "no CSV" in str(found[0])


def test_a_line_after_a_cell_of_several_lines_is_counted_right(folder: Path) -> None:
    first = spoil(folder / "doors.csv", "emergency,紧急求助,", 'emergency,"紧急\n求助",')
    line = spoil(folder / "doors.csv", "appeal,", "appeal app,")
    assert first == 2
    assert any((p.line, p.column) == (line, "code") for p in problems(folder) if p.file == "doors.csv")


def test_a_zero_byte_is_told(folder: Path) -> None:
    line = spoil(folder / "limits.csv", "ANSWER,", "ANS\0WER,")
    assert any(p.line == line and "zero byte" in str(p) for p in problems(folder))


@pytest.mark.parametrize("file", ["limits.csv", "procedures.csv", "doors.csv", "categories.csv", "functions.csv"])
def test_a_missing_table_is_told(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert any((p.file, p.line) == (file, 0) for p in problems(folder))


def test_a_folder_that_is_no_pack_is_told(tmp_path: Path) -> None:
    assert [str(p) for p in problems(tmp_path)] == ["pack.toml: This file is missing or can't be read."]


def test_broken_toml_is_told_with_line_and_column(folder: Path) -> None:
    line = spoil(folder / "pack.toml", 'code = "generic"', 'code = "generic')
    found = problems(folder)
    assert [(p.file, p.line, p.column.isdigit()) for p in found] == [("pack.toml", line, True)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("$office", "$ofice", "no place “$ofice”"),
        ("$office", "${ofice}", "no place “$ofice”"),
        ("$office", "$ 5", "no place “$”"),
    ],
)
def test_a_place_that_no_letter_has_is_told_with_line_and_character(
    folder: Path, old: str, new: str, says: str
) -> None:
    path = folder / "letters" / "en" / "case-accepted.txt"
    before = path.read_text("utf-8")
    line = spoil(path, old, new)
    column = before.splitlines()[line - 1].index(old) + 1
    found = {(p.line, p.column): str(p) for p in problems(folder)}
    assert says in found[line, str(column)]
    assert any("$office is missing" in text for text in found.values())


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (lambda text: text.replace("\n\n", "\n", 1), 2, "must be blank"),
        (lambda text: "\n" + text, 1, "first line is the title"),
        (lambda text: "For $office\n" + text.split("\n", 1)[1], 1, "title takes no $place"),
        (lambda text: text.split("\n", 1)[0], 3, "no text"),
    ],
)
def test_a_letter_has_a_title_a_blank_line_and_a_text(
    folder: Path, change: Callable[[str], str], line: int, says: str
) -> None:
    path = folder / "letters" / "bo" / "case-closed.txt"
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    assert any(p.line == line and says in str(p) and "bo/case-closed" in p.file for p in problems(folder))


def test_a_letter_missing_in_one_language_is_told(folder: Path) -> None:
    (folder / "letters" / "bo" / "case-asked.txt").unlink()
    assert [str(p) for p in problems(folder)] == ["letters/bo/case-asked.txt: This letter is missing."]


def test_a_letter_nobody_sends_and_a_language_nobody_has_are_told(folder: Path) -> None:
    (folder / "letters" / "en" / "case-recieved.txt").write_text("Title\n\nText", "utf-8")
    (folder / "letters" / "fr").mkdir()
    (folder / "letters" / "fr" / "case-asked.txt").write_text("Titre\n\n$office", "utf-8")
    (folder / "letters" / "en" / ".DS_Store").write_bytes(b"\xff")
    assert [p.file for p in problems(folder)] == ["letters/en/case-recieved.txt", "letters/fr/case-asked.txt"]


def test_a_spreadsheets_own_ways_are_understood(folder: Path) -> None:
    for file in folder.glob("*.csv"):
        text = file.read_text("utf-8-sig").replace(",yes,", ",是,").replace(",no,", ",FALSE,")
        file.write_bytes(("\ufeff" + text.replace("\n", "\r\n") + ",,,\r\n").encode())
    for file in folder.glob("letters/*/*.txt"):
        file.write_bytes(("\ufeff" + file.read_text("utf-8").replace("\n", "\r\n")).encode())
    assert len(read_pack(folder).templates) == 3 * len(PLACES)


def test_a_message_fits_a_terminal_whatever_stands_in_the_file(folder: Path) -> None:
    spoil(folder / "categories.csv", LIGHT, light(town="\x1b[2J" + "x" * 500))
    told = next(str(p) for p in problems(folder) if p.column == "town")
    assert "\x1b" not in told
    assert len(told) < 200
