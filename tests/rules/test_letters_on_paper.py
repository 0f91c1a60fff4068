"""A letter's pages: their order, which way up, how many, and what is made of them by programs of their own."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests import make, make_scans
from yimen.files.rules import DAMAGED, PROGRAM
from yimen.intake.channels.letter import pages
from yimen.intake.channels.letter.children.running import HERE as CHILDREN
from yimen.intake.channels.letter.children.running import Died, run
from yimen.intake.channels.letter.children.unfold import MOST_MEMORY
from yimen.intake.channels.letter.pages import pages_of
from yimen.intake.channels.letter.rules import MOST_SHEETS, TOO_MANY, Do, as_words, may_have, moved, turned
from yimen.intake.files import FileRefused
from yimen.kernel.verdict import Refused
from yimen.papers.scanned import scanned_pdf

pytestmark = pytest.mark.one_database


@given(st.permutations(range(6)), st.integers(0, 5))
def test_moving_loses_no_page_and_down_takes_back_what_up_did(order: list[int], sheet: int) -> None:
    up = moved(order, sheet, Do.UP)
    assert sorted(up) == sorted(order)
    assert up.index(sheet) == max(order.index(sheet) - 1, 0)
    if order[0] != sheet:
        assert moved(up, sheet, Do.DOWN) == order
    assert moved(order, order[-1], Do.DOWN) == order


def test_four_quarters_are_none() -> None:
    turn = 0
    for _ in range(4):
        turn = turned(turn, Do.RIGHT)
    assert (turn, turned(0, Do.LEFT), turned(turned(0, Do.LEFT), Do.RIGHT)) == (0, 3, 0)


def test_words_of_pages_stand_one_below_the_other_and_empty_ones_leave_no_gap() -> None:
    assert as_words([" one\n", "", "  ", "two"]) == "one\n\ntwo"


def test_a_letter_has_at_most_so_many_pages() -> None:
    assert may_have(MOST_SHEETS)
    assert not may_have(MOST_SHEETS + 1)


@pytest.mark.parametrize("kind", ["PDF", "TIFF"])
def test_a_file_of_several_pages_is_so_many_pictures_in_their_order(kind: str) -> None:
    found = pages_of([("from the scanner", make_scans.pages(3, kind)), ("more.png", make_scans.page(4, "PNG"))])
    assert [make_scans.bars(page.content) for page in found] == [1, 2, 3, 4]
    assert {page.type for page in found} <= {"image/jpeg", "image/png"}


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("letter.exe", make_scans.page(), PROGRAM),
        ("letter.txt", b"Only words.", pages.NO_PICTURE),
        ("letter.tif", b"II*\x00 and nothing behind it", DAMAGED),
        ("letter.pdf", b"%PDF-1.7\n1 0 obj\nstartxref\n0\n%%EOF", DAMAGED),
    ],
)
def test_what_is_no_picture_of_a_page_is_refused_by_its_name(name: str, content: bytes, why: str) -> None:
    with pytest.raises(FileRefused) as refused:
        pages_of([(name, content)])
    assert (refused.value.verdict.reason, refused.value.verdict.params["name"]) == (why, name)


def test_too_many_pages_are_refused_and_not_all_of_them_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_SHEETS", 1)
    assert len(pages_of([("long.tif", make_scans.pages(5, "TIFF"))])) == 2
    monkeypatch.setattr("yimen.intake.channels.letter.rules.MOST_SHEETS", 1)
    with pytest.raises(Refused) as refused:
        pages_of([("long.tif", make_scans.pages(5, "TIFF"))])
    assert refused.value.verdict.reason == TOO_MANY


def test_what_unfolds_to_gigabytes_dies_alone(tmp_path: Path) -> None:
    """The program that draws pages gets a gigabyte, whatever stands in the file, and not what the town has."""
    page = tmp_path / "whole"
    page.write_bytes(make_scans.page(1, "TIFF"))
    tries = f"import unfold; unfold.main({str(page)!r}, {str(tmp_path)!r}, 1, 100); bytearray({2 * MOST_MEMORY})"
    done = subprocess.run([sys.executable, "-c", tries], cwd=CHILDREN, capture_output=True, check=False)
    assert (tmp_path / "001.jpg").exists(), "a page is far below it"
    assert b"MemoryError" in done.stderr


def test_a_program_that_hangs_or_dies_harms_nobody(tmp_path: Path) -> None:
    with pytest.raises(Died, match="CalledProcessError"):
        run("unfold.py", str(tmp_path / "not there"), str(tmp_path), "1", "100", seconds=20)
    with pytest.raises(Died, match="TimeoutExpired"):
        run("read.py", str(tmp_path), "0", "", "0", "0", seconds=0.001)


def test_the_record_is_pdf_a_with_its_pages_byte_for_byte() -> None:
    """What can be seen without a validator: what it says of itself, its colours, and nothing that runs or hides."""
    first, second = make_scans.page(1), make_scans.page(2, size=(297, 210))
    made = scanned_pdf([first, second], title="Letter", at=make.MONDAY)
    read = PdfReader(io.BytesIO(made))
    root: Any = read.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in about
    (colours,) = root["/OutputIntents"]
    assert colours.get_object()["/S"] == "/GTS_PDFA1"
    assert colours.get_object()["/DestOutputProfile"].get_data()[36:40] == b"acsp"
    assert read.trailer["/ID"]
    assert not {"/Encrypt", "/AcroForm", "/OpenAction"} & {*read.trailer, *root}
    assert [page.extract_text() for page in read.pages] == ["", ""]
    assert first in made
    assert second in made
    assert [page.mediabox.width > page.mediabox.height for page in read.pages] == [False, True]
    assert made == scanned_pdf([first, second], title="Letter", at=make.MONDAY)
