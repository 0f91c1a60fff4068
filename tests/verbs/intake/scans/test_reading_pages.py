"""The worker reads pages one at a time, and nothing is lost when it is stopped in the middle."""

import io
from datetime import UTC, timedelta
from importlib.util import find_spec
from shutil import which
from typing import Any

import pytest
from PIL import Image

from tests import make, make_scans
from yimen.intake.channels.letter import working
from yimen.intake.channels.letter.bringing import bring_letter
from yimen.intake.channels.letter.children.running import Died
from yimen.intake.channels.letter.rules import LEASE, MOST_TRIES
from yimen.intake.channels.letter.working import read_waiting, reader_of
from yimen.intake.models import Sheet
from yimen.kernel.receipts import new_nonce
from yimen.papers.rules import Paper, Part

pytestmark = pytest.mark.django_db
SAYS = b'noise of a library\n{"skew": 1.234, "text": "The lamp."}'


@pytest.fixture(autouse=True)
def _a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "reader_of", lambda _: "rapidocr")
    monkeypatch.setattr(working, "run", lambda *_, **__: SAYS)


def states() -> list[str]:
    return list(Sheet.objects.order_by("id").values_list("state", flat=True))


def test_one_page_a_round_until_all_are_read() -> None:
    scan = make_scans.scan(2)
    assert read_waiting(make.MONDAY - timedelta(seconds=1)) == 0
    assert read_waiting(make.MONDAY) == 1
    assert states() == ["read", "waiting"]
    assert [read_waiting(make.MONDAY) for _ in range(2)] == [1, 0]
    assert [(s.text, s.skew) for s in make_scans.sheets(scan)] == [("The lamp.", 1.23)] * 2


def test_a_worker_that_dies_over_a_page_lets_go_of_it_and_the_third_time_a_clerk_types_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_scans.scan(1)

    def killed(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(working, "run", killed)
    at = make.MONDAY
    for _ in range(MOST_TRIES):
        with pytest.raises(KeyboardInterrupt):
            read_waiting(at)
        assert (states(), read_waiting(at)) == (["waiting"], 0)
        at += LEASE
    assert read_waiting(at) == 1
    assert states() == ["failed"]


def test_where_the_program_fails_or_nothing_here_reads_it_the_page_is_there_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_scans.scan(2)

    def died(*_: object, **__: object) -> bytes:
        raise Died("read.py: TimeoutExpired")

    monkeypatch.setattr(working, "run", died)
    read_waiting(make.MONDAY)
    monkeypatch.setattr(working, "reader_of", lambda _: "")
    monkeypatch.setattr(working, "can_straighten", lambda: False)
    read_waiting(make.MONDAY)
    assert states() == ["failed", "unread"]


def test_what_was_read_of_a_page_that_the_clerk_has_turned_meanwhile_is_thrown_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_scans.scan(1)

    def turned_meanwhile(*_: object, **__: object) -> bytes:
        Sheet.objects.update(turn=1, next_at=make.LATER, tries=0)
        return SAYS

    monkeypatch.setattr(working, "run", turned_meanwhile)
    assert read_waiting(make.MONDAY) == 0
    assert states() == ["waiting"]


def test_two_workers_never_read_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    make_scans.scan(1)
    seen: list[int] = []

    def asks_again(*_: object, **__: object) -> bytes:
        seen.append(read_waiting(make.MONDAY))
        return SAYS

    monkeypatch.setattr(working, "run", asks_again)
    assert read_waiting(make.MONDAY) == 1
    assert seen == [0]


def _askew(*lines: str, language: str) -> bytes:
    """A page of a letter, photographed a little askew."""
    from yimen.papers.rendering import pages  # noqa: PLC0415 – only where a program reads

    paper = Paper(
        (language,),
        ("–",),
        ("–",),
        "1",
        make.MONDAY.astimezone(UTC),
        ("–",),
        (),
        (Part((), ("\n".join(lines),)),),
        ("–",),
    )
    with Image.open(io.BytesIO(pages(paper)[0])) as drawn:
        page = drawn.convert("RGB").resize((1240, 1754)).crop((100, 250, 1150, 900))
    out = io.BytesIO()
    page.rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor="white").save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.one_database
@pytest.mark.parametrize(
    ("language", "line"),
    [
        pytest.param(
            "zh-hans",
            "村口桥上的路灯从去年十月开始就不亮了",
            marks=pytest.mark.skipif(not find_spec("rapidocr"), reason="needs pip install yimen[ocr]"),
            id="Chinese",
        ),
        pytest.param(
            "bo",
            "གྲོང་ཁྱེར་གྱི་ལས་ཁུངས་ནས་མགྱོགས་པོ་བཟོ་བཅོས་གནང་རོགས།",
            marks=pytest.mark.skipif(not which("tesseract"), reason="needs the program tesseract with its data bod"),
            id="Tibetan",
        ),
    ],
)
def test_a_printed_page_is_read_by_the_real_programs(monkeypatch: pytest.MonkeyPatch, language: str, line: str) -> None:
    monkeypatch.undo()
    if not reader_of(language):
        pytest.skip(f"nothing here reads {language}")
    make.town()
    usual: dict[str, Any] = {"nonce": new_nonce(), "language": language, "at": make.MONDAY}
    bring_letter(by=make.clerk(), uploads=[("page.jpg", _askew(line, language=language))], **usual)
    assert read_waiting(make.MONDAY) == 1
    sheet = Sheet.objects.get()
    right = sum(sign in sheet.text for sign in set(line))
    assert (sheet.state, right >= 0.9 * len(set(line))) == ("read", True), sheet.text
    assert find_spec("jdeskew") is None or -3.6 < (sheet.skew or 0) < -2.4
