"""What a text message asks, who sent it, and how gammu-smsd's files are read."""

import json
import os
import threading
from pathlib import Path

import pytest
from django.conf import settings

from tests.make import MONDAY
from yimen.intake.channels.sms import INLET
from yimen.intake.channels.sms.asks import asked_in
from yimen.intake.channels.sms.folder import report_all, take_all, watch
from yimen.intake.channels.sms.texts import proves, reported, sameness, understood, written
from yimen.intake.reading import Ask, Asking, Unreadable
from yimen.kernel.receipts import receipt_from, shown

CODE = receipt_from("a nonce of a form, long enough", b"key")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("STATUS {}", "en"), ("status{}", "en"), ("Status: {}.", "en"), ("查询{}", "zh-hans"), ("查询 {}", "zh-hans"),
        ("状态：{}", "zh-hans"), ("གནས་ཚུལ། {}", "bo"), ("查{}", "zh-hans"), (" {} ", "bo"),
    ],
)  # fmt: skip
def test_where_a_case_stands_is_asked_by_a_word_and_a_receipt_or_by_the_receipt_alone(text: str, language: str) -> None:
    for code in (shown(CODE), CODE.lower(), shown(CODE).replace("-", " ")):
        ask = asked_in(text.format(code), "bo")
        assert ask is not None, (text, code)
        assert (ask.what, ask.language) == (Asking.STANDING, language)


def test_a_receipt_that_was_mistyped_or_forgotten_is_a_question_too() -> None:
    wrong = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    assert asked_in(f"STATUS {wrong}", "en") == asked_in("Status?", "en") == Ask(Asking.STANDING, "en")
    assert asked_in("查询", "en") == Ask(Asking.STANDING, "zh-hans")


@pytest.mark.parametrize(
    ("text", "what", "language"),
    [
        ("STOP", Asking.STOP, "en"), (" stop. ", Asking.STOP, "en"), ("退订", Asking.STOP, "zh-hans"),
        ("【退订】", Asking.STOP, "zh-hans"), ("TD", Asking.STOP, "zh-hans"), ("མཚམས་འཇོག་", Asking.STOP, "bo"),
        ("Start", Asking.START, "en"), ("恢复", Asking.START, "zh-hans"),
    ],
)  # fmt: skip
def test_stop_and_start_stand_alone(text: str, what: Asking, language: str) -> None:
    assert asked_in(text, "en") == Ask(what, language)


@pytest.mark.parametrize(
    "text",
    [
        "Please stop the noise.", "停止供水三天了", "The status of my pension is unclear since March.",
        "查询养老金怎么办", "状态不好", "", "恢复供电",
    ],
)  # fmt: skip
def test_what_says_something_is_a_matter(text: str) -> None:
    assert asked_in(text, "en") is None


def test_a_message_is_read_with_its_number_and_language() -> None:
    said = understood(written("+86 139-0000 0000", "桥头的路灯坏了。", "1"))
    assert (said.words, said.number, said.language, said.ask) == ("桥头的路灯坏了。", "+8613900000000", "zh-hans", None)
    assert understood(written("139", f"It is the left one. {shown(CODE)}", "1")).receipts == ()
    assert understood(written("13900000000", f"It is the left one. {shown(CODE)}", "1")).receipts == (CODE,)


def test_what_no_telephone_has_sent_is_never_answered() -> None:
    for sender in ("BANK", "", "10086x"):
        assert understood(written(sender, "Your code is 1234", "1")).is_automatic


@pytest.mark.parametrize("content", [b"", b"[]", b'{"from": 1}', b'{"from": "13900000000", "text": []}', b"[" * 99_999])
def test_what_is_no_message_is_held(content: bytes) -> None:
    with pytest.raises(Unreadable):
        understood(content)


def test_the_same_message_is_the_same() -> None:
    assert sameness(written("1", "a", "7")) == sameness(written("1", "a", "7"))
    assert (
        len({sameness(each) for each in (written("1", "a", "7"), written("1", "b", "7"), written("1", "a", "8"))}) == 3
    )
    assert sameness(b'{"from": "1", "text": "a"}') == b'{"from": "1", "text": "a"}'
    assert sameness(b"x") == b"x"


def test_the_address_has_the_secret_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not proves(b"", {"key": ""}), "none is set"
    monkeypatch.setattr(settings, "YIMEN_SMS_SECRET", "a secret")
    assert proves(b"", {"key": "a secret"})
    assert not proves(b"", {})
    assert INLET.hook is not None
    assert INLET.hook.answer(b"", {}, "CODE") == b"ok", "the receipt goes to nobody but the telephone"


def test_only_a_report_is_a_report() -> None:
    for content in (b"x", written("1", "a", "7"), b'{"id": "letter-1", "delivered": true, "text": "a"}'):
        assert not reported(content, MONDAY)


def folder(home: Path, name: str, content: bytes, where: str = "inbox") -> Path:
    (home / where).mkdir(exist_ok=True)
    path = home / where / name
    path.write_bytes(content)
    os.utime(path, (1000, 1000))
    return path


def test_gammus_parts_are_one_message_and_gone_only_once_it_is_here(tmp_path: Path) -> None:
    text = "桥头的路灯坏了。" * 20
    for number, part in enumerate((text[:67], text[67:134], text[134:])):
        folder(tmp_path, f"IN20260302_100000_00_+8613900000000_0{number}.txt", part.encode("utf-16"))
    folder(tmp_path, "IN20260302_100000_01_+8613900000001_00.txt", b"Another one")
    folder(tmp_path, "note.txt", b"none of ours")
    came: list[bytes] = []
    assert take_all(tmp_path, came.append, 1001) == 0, "it may still be written to"

    def broken(_: bytes) -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 – any
        take_all(tmp_path, broken, 1010)
    assert take_all(tmp_path, came.append, 1010) == 2
    assert [understood(each).words for each in came] == [text, "Another one"]
    assert [understood(each).number for each in came] == ["+8613900000000", "+8613900000001"]
    assert [path.name for path in (tmp_path / "inbox").iterdir()] == ["note.txt"]


def test_what_gammu_could_not_send_is_told_and_no_number_stays_in_a_name(tmp_path: Path) -> None:
    name = "OUTM20260302_100000_00_13900000000_letter-7-0123456789abcdef.txtd"
    folder(tmp_path, name, b"x", "error")
    folder(tmp_path, name, b"x", "sent")
    told: list[tuple[str, bool]] = []
    assert report_all(tmp_path, lambda *it: told.append(it)) == 1
    assert told == [(name, False)]
    assert list(tmp_path.glob("*/OUT*")) == []


def test_the_folder_is_watched_until_told_to_stop_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yimen.intake.channels.sms.folder.PAUSE", 0.01)
    stop = threading.Event()
    came: list[str] = []
    broken: list[bytes] = []

    def receive(content: bytes) -> None:
        if not broken:  # the database was away
            broken.append(content)
            raise OSError
        came.append(understood(content).words)
        stop.set()

    folder(tmp_path, "IN20260302_100000_00_+8613900000000_00.txt", b"Lamp")
    watch(tmp_path, receive, lambda *_: None, lambda: 2000.0, stop)
    assert (came, list((tmp_path / "inbox").iterdir())) == (["Lamp"], [])


@pytest.mark.parametrize(("number", "of"), [(0, 3), (4, 3), (1, 1), (1, 21), ("1", 3), (True, None)])
def test_what_is_no_part_is_a_message(number: object, of: object) -> None:
    content = json.dumps({"from": "13900000000", "text": "Lamp", "part": number, "parts": of}).encode()
    assert understood(content).part is None
