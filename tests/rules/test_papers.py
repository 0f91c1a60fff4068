"""Papers: what somebody typed is never markup, the same data are the same bytes, and every stack has its letters."""

import io
import time
from dataclasses import replace
from datetime import UTC, datetime

import pypdf
import pypdfium2
import pytest

from yimen.papers.rendering import pages, pdf
from yimen.papers.rules import LONGEST_WORD, Paper, Part

STACKS = "བསྒྲུབས་པའི་རྐྱེན་གྱིས་སྒྲིག་སྦྱོར་བརྒྱབ་པ། ཧཱུྃ། ༢༠༢༦"
PAPER = Paper(
    languages=("zh-hans",),
    title=("信访事项处理意见书",),
    office=("住房和城乡建设局",),
    number="48213-3",
    at=datetime(2026, 3, 2, 2, tzinfo=UTC),
    day=("2026年3月2日",),
    rows=((("事项编号",), ("48213",)),),
    parts=(Part(("事实和理由",), ("经查明，该房屋已列入征收范围。",)),),
    seal=("此处加盖公章。",),
)


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def claims(content: bytes) -> str:
    """What the file says of itself."""
    return str(read(content).xmp_metadata.rdf_root.toxml())  # type: ignore[union-attr]  # there is always one


def words(content: bytes) -> str:
    return "".join(page.extract_text() for page in read(content).pages).replace("\n", "")


def saying(*texts: str) -> Paper:
    """The paper with these texts as its parts."""
    return replace(PAPER, parts=tuple(Part(("事实",), (text,)) for text in texts))


def test_its_words_can_be_read_back() -> None:
    said = words(pdf(PAPER))
    assert all(each in said for each in ("信访事项处理意见书", "住房和城乡建设局", "48213-3", "该房屋已列入征收范围"))


def test_it_has_its_title_language_and_tags() -> None:
    paper = read(pdf(PAPER))
    assert paper.metadata is not None
    assert paper.metadata.title == "信访事项处理意见书"
    assert str(paper.root_object["/Lang"]) == "zh-CN"
    assert "/Marked" in str(paper.root_object["/MarkInfo"])
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims(pdf(PAPER))


def test_the_same_data_are_the_same_bytes() -> None:
    assert pdf(PAPER) == pdf(PAPER)
    assert pdf(PAPER) != pdf(replace(PAPER, number="48213-4"))


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x") #import "paper.typ" #read("paper.typ")',
        "$x^2$ and $ alone",
        "\\ \\u{41} \\#",
        "= not a heading *not bold* _not slanted_ `raw` <label> @ref // no comment /* nor this",
        "]) #set page(width: 1mm)",
        "{{ nonce }} {% now %} \"quoted\" 'single'",
    ],
)
def test_what_was_typed_stands_there_letter_by_letter(typed: str) -> None:
    assert typed.replace(" ", "") in words(pdf(saying(typed))).replace(" ", "")


def test_marks_that_turn_the_writing_and_small_pictures_break_nothing() -> None:
    found = words(pdf(saying("before \u202eabc\u202c \u200f after", "a lamp \U0001f4a1 is dark")))
    assert "before abc" in found
    assert "is dark" in found
    assert "pdfuaid" not in claims(pdf(saying("a lamp \U0001f4a1 is dark")))  # no font has it: a box, and no claim


def test_eight_thousand_letters_without_a_blank_stay_on_the_page() -> None:
    paper = read(pdf(saying("x" * 8_000)))
    assert len(paper.pages) > 2
    assert words(pdf(saying("x" * 8_000))).replace("\u200b", "").count("x") == 8_000
    lines = paper.pages[0].extract_text().splitlines()
    assert max(line.count("x") for line in lines) <= 2 * LONGEST_WORD


def test_eight_thousand_letters_of_each_writing_are_all_there() -> None:
    many = pdf(saying("征" * 8_000))
    assert words(many).count("征") == 8_000
    assert len(read(pdf(saying("བསྒྲུབས་" * 1_000))).pages) == 3


def test_every_letter_of_tibetan_has_its_shape() -> None:
    """PDF/UA, which a paper claims, forbids a letter that no font has: the claim is the proof."""
    for language in ("bo", "zh-hans"):
        content = pdf(replace(saying(STACKS), languages=(language,)))
        assert b"NotoSerifTibetan" in content
        assert "pdfuaid" in claims(content)


def drawn(text: str) -> pypdfium2.PdfTextPage:
    """The first page of a paper in Tibetan that says this, as a reader of PDFs sees it."""
    return pypdfium2.PdfDocument(pdf(replace(saying(text), languages=("bo",))))[0].get_textpage()


def test_a_tibetan_line_ends_after_a_syllable_and_never_within() -> None:
    lines = drawn("བསྒྲུབས་པའི་རྐྱེན་གྱིས་སྒྲིག་སྦྱོར་བརྒྱབ་པ་" * 30).get_text_range().split("\r\n")
    tibetan = [line for line in lines if "\u0f40" <= line[:1] <= "\u0fbc"]
    assert len(tibetan) > 5
    assert {line[-1] for line in tibetan} == {"་"}


def test_letters_of_a_stack_stand_below_one_another() -> None:
    def width(text: str) -> float:
        page = drawn(text)
        boxes = [page.get_rect(n) for n in range(page.count_rects())]
        return max(float(box[2] - box[0]) for box in boxes if text[0] in page.get_text_bounded(*box))

    assert width("རྒྱ" * 10) < width("རགཡ" * 10) / 2


def test_two_languages_stand_side_by_side() -> None:
    two = replace(
        PAPER,
        languages=("bo", "zh-hans"),
        title=("ཐག་གཅོད།", "处理意见书"),
        office=("སྡོད་ཁང་ལས་ཁུངས།", "住房局"),
        day=("ཚེས་2", "3月2日"),
        parts=(Part(("ལམ།", "救济"), ("ཞུ་ཆོག", "可以申请复查")), Part((), ("只写一次",))),
        seal=("དམ་ཕྲུག", "盖章"),
    )
    said = words(pdf(two))
    assert all(each in said for each in ("处理意见书", "可以申请复查", "只写一次", "盖章"))
    assert len(pages(two)) == 1


def test_a_paper_is_set_in_a_moment() -> None:
    pdf(PAPER)  # the fonts are read once a process
    began = time.perf_counter()
    pdf(saying("经查明。" * 2_000, STACKS * 50, "x " * 4_000))
    assert time.perf_counter() - began < 0.3 * 3  # measured: 0.06 s; the tests share their machine
