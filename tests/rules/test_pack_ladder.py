"""What is wrong with a ladder is told with its line and column."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from yimen.journeys.pack_files import BadPack, read_pack
from yimen.supervision.rules import Does, When


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the plain pack, to be broken."""
    return Path(shutil.copytree(Path(settings.PACKS) / "generic", tmp_path / "pack"))


def test_the_rungs_stand_in_the_order_of_the_table(folder: Path) -> None:
    rungs = read_pack(folder).ladder
    assert [(r.code, r.when, r.number, r.does) for r in rungs] == [
        ("three-quarters", When.SHARE, 75, Does.REMIND),
        ("last-day", When.LAST, 0, Does.TELL),
        ("late", When.AFTER, 3, Does.INSPECT),
        ("very-late", When.AFTER, 10, Does.COUNT),
    ]
    assert all(rung.names.keys() == {"zh-hans", "en", "bo"} for rung in rungs)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("rs,share,75", "rs,share,100", 2, "number", "no whole number from 1 to 99"),
        ("\nlate,after,3,", "\nlate,after,0,", 4, "number", "no whole number from 1 to 366"),
        ("\nlate,after,3,", "\nlate,before,3,", 4, "when", "“before” is not known"),
        ("\nlate,after,3,", "\nlate,after,11,", 5, "when", "must come later than “late”"),
        ("\nlate,after,3,", "\nlate,share,80,", 4, "when", "must come later than “last-day”"),
        ("last-day,last,,", "last-day,last,1,", 3, "number", "needs no number"),
        ("10,public_count", "10,remind", 5, "does", "does less than “late”"),
        ("10,public_count", "10,dismiss", 5, "does", "“dismiss” is not known"),
        ("\nvery-late,", "\nlate,", 5, "code", "stands on line 4 already"),
    ],
)
def test_a_wrong_cell_is_told_with_its_line_and_column(
    folder: Path, *, old: str, new: str, line: int, column: str, says: str
) -> None:
    path = folder / "ladder.csv"
    text = path.read_text("utf-8-sig")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadPack) as refusal:
        read_pack(folder)
    told = [(p.file, p.line, p.column) for p in refusal.value.problems if says in str(p)]
    assert told == [("ladder.csv", line, column)], str(refusal.value)


def test_a_pack_without_a_ladder_is_told_so(folder: Path) -> None:
    (folder / "ladder.csv").unlink()
    with pytest.raises(BadPack, match=r"ladder\.csv: This file is missing"):
        read_pack(folder)
