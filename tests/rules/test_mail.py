"""What a mail says: any charset, any form, any malice; and what is new in an answer."""

from email import message_from_bytes
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.make_mail import SENDER, mail
from yimen.intake.channels.mail.automatic import is_automatic
from yimen.intake.channels.mail.fresh import fresh_of
from yimen.intake.channels.mail.languages import language_of
from yimen.intake.channels.mail.sameness import sameness
from yimen.intake.channels.mail.texts import decoded, from_html
from yimen.intake.channels.mail.understood import receipts_in, understood
from yimen.intake.reading import Said, Unreadable
from yimen.kernel.receipts import ALPHABET, receipt_from, shown

HARD = Path(__file__).resolve().parents[3] / "shared" / "data" / "mail"
OWN = "door@kelsang.example"


def raw(head: str, body: bytes = b"Hello", **_: object) -> bytes:
    return head.encode("utf-8").replace(b"\n", b"\r\n") + b"\r\n\r\n" + body


@pytest.mark.skipif(not HARD.is_dir(), reason="the hard mails of CPython's own tests lie beside the repository only")
def test_all_hard_mails_of_cpythons_own_tests_are_read() -> None:
    read: dict[str, Said | None] = {}
    for path in sorted(HARD.glob("*.txt")):
        try:
            read[path.stem] = understood(path.read_bytes())
        except Unreadable:
            read[path.stem] = None
    assert len(read) > 20
    assert [name for name, said in read.items() if said is None] == ["msg_19"]  # it has no head at all
    assert {name for name, said in read.items() if said and said.is_automatic} == {"msg_02", "msg_05", "msg_16"}


@pytest.mark.parametrize(
    ("charset", "said", "words"),
    [
        ("gb2312", "gb18030", "桥头的路灯坏了，囧"),  # says GB 2312, and is more
        ("gbk", "gbk", "路灯"),
        ("utf-8", "gb18030", "路灯坏了"),  # says what is not true
        ("us-ascii", "utf-8", "Lampe fällt"),
        ("x-no-such", "utf-8", "བཀྲ་ཤིས།"),
        ("punycode", "utf-8", "路灯"),  # Python knows it, and would take minutes over a long one
        ("big5", "big5", "路燈"),
        ("", "gb18030", "路灯"),
    ],
)
def test_words_are_read_in_the_charset_that_they_are_really_in(charset: str, said: str, words: str) -> None:
    head = f"From: {SENDER}\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit"
    assert understood(raw(head, words.encode(said))).words == words


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("=?gb2312?B?wre1xru1wcs=?=", "路灯坏了"),
        ("=?utf-8?B?6Lev?= =?utf-8?B?54Gv?=", "路灯"),
        ("=?utf-8?B?6Lc=?= =?utf-8?B?r+eBrw==?=", "路灯"),  # a sign cut in two
        ("=?utf-8?B?not base64!?=", None),
        ("=?no-such?Q?a_b?=", "a b"),
        ("Re: 回复：RE[2]: 路灯", "路灯"),
        ("路灯", "路灯"),  # not encoded at all
    ],
)
def test_a_title_is_read_however_it_was_encoded(line: str, title: str | None) -> None:
    said = understood(raw(f"From: {SENDER}\nSubject: {line}"))
    assert title in {None, said.title}


def test_the_answer_goes_where_its_writer_wants_it() -> None:
    assert understood(raw("From: 丹增 <a@example.org>, b@example.org")).address == "a@example.org"
    assert understood(raw("From: a@example.org\nReply-To: c@example.org")).address == "c@example.org"
    for bad in ("a@b@c", "undisclosed", "<>", "a b@example.org\nBcc: x", '"a@x.org" <>', "x" * 100 + "@example.org"):
        assert understood(raw(f"From: {bad}\nSubject: x")).address in {"", "b@example.org"}, bad


def test_of_two_forms_of_one_text_the_plain_one_counts_and_html_is_safe_text() -> None:
    html = (
        "<p>Hello &amp; <b>you</b></p><script>alert(1)</script><style>p{}</style><img src=x onerror=y><p>two<br>three"
    )
    assert from_html(html) == "Hello & you\n\ntwo\nthree"
    assert from_html("<blockquote>a<blockquote>b</blockquote></blockquote>new") == "> a\n> > b\nnew"
    both = (
        'Content-Type: multipart/alternative; boundary="x"',
        b"--x\r\nContent-Type: text/plain\r\n\r\nplain\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--x--",
    )
    assert understood(raw(f"From: {SENDER}\n{both[0]}", both[1])).words == "plain"
    assert understood(raw(f"From: {SENDER}\n{both[0]}", both[1].replace(b"plain\r", b"\r"))).words == "html"


def test_a_mail_that_hangs_on_another_comes_as_a_text_with_its_files() -> None:
    inner = mail("Inner words.", subject="Inner", files=(("a.txt", b"A"),))
    body = b"--x\r\n\r\nOuter words.\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--x--"
    said = understood(raw(f'From: {SENDER}\nContent-Type: multipart/mixed; boundary="x"', body))
    assert said.words == "Outer words."
    assert [name for name, _ in said.files] == ["Inner.txt", "a.txt"]
    assert b"Inner words." in said.files[0][1]


@pytest.mark.parametrize(
    "line",
    [
        "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; x=y", "Precedence: bulk", "List-Id: <a.b>",
        "X-Autoreply: yes", "Return-Path: <>", "Content-Type: multipart/report; report-type=delivery-status",
        "From: MAILER-DAEMON@mx.example", "From: no-reply@shop.example", f"From: Kelsang <{OWN}>",
        "Reply-To: list-bounces@lists.example",
    ],
)  # fmt: skip
def test_what_a_program_wrote_is_recognised(line: str) -> None:
    assert is_automatic(message_from_bytes(raw(f"{line}\nFrom: {SENDER}")), OWN)


@pytest.mark.parametrize(
    "line", ["Auto-Submitted: no", "Return-Path: <a@example.org>", "Precedence: normal", "From: admin@example.org"]
)
def test_what_a_person_wrote_is_not(line: str) -> None:
    assert not is_automatic(message_from_bytes(raw(f"{line}\nFrom: {SENDER}")), OWN)


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("The left one.\n\nOn Mon, 2 Mar 2026 at 10:00, Town <a@b.c> wrote:\n> Which?", "The left one."),
        ("The left one.\n\nOn Mon, 2 Mar 2026 at 10:00, Town\n<a@b.c> wrote:\n> Which?", "The left one."),
        ("左边。\n\n------------------ 原始邮件 ------------------\n发件人: 市里", "左边。"),
        ('左边。\n\n在 2026-03-02 10:00:00，"市里" <a@b> 写道：\n> 哪边？', "左边。"),
        ("左边。\n\n2026年3月2日 10:00，市里 <a@b> 写道：\n\n哪边？", "左边。"),
        ("Left.\n\nFrom: Town\nSent: Monday\nTo: me\nSubject: A lamp\n\nWhich?", "Left."),
        ("> Which?\nThe left one.\n> Since when?\nMonday.", "The left one.\nMonday."),
        ("谢谢，\n麻烦您了。", "谢谢，\n麻烦您了。"),  # thanks are no signature
        ("From: the bridge to the school it is dark.", "From: the bridge to the school it is dark."),
        ("> only quoted", "> only quoted"),
    ],
)
def test_of_an_answer_what_is_new_is_kept(text: str, fresh: str) -> None:
    assert fresh_of(text) == fresh


def test_the_language_is_that_of_most_of_the_words() -> None:
    assert language_of("The street 长江路 is dark at night", "bo") == "en"
    assert language_of("桥头的路灯坏了 (street lamp)", "en") == "zh-hans"
    assert language_of("ལམ་གྱི་གློག་སྒྲོན་སྐྱོན་ཤོར་སོང་། 路灯", "en") == "bo"
    assert language_of("12345 !", "bo") == "bo"


@given(st.text(ALPHABET, min_size=1, max_size=20))
def test_a_receipt_is_found_wherever_it_stands_and_however_it_is_quoted(nonce: str) -> None:
    code = receipt_from(nonce, b"k" * 32)
    for text in (shown(code), f"> > 受理码：{shown(code)}。", f"({shown(code).lower()})"):
        assert receipts_in(text) == (code,)


def test_ordinary_words_are_no_receipt() -> None:
    assert receipts_in("these three trees and there where geese") == ()
    assert receipts_in("A" * 100_000) == receipts_in("ABCDE-" * 30_000) == ()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_whatever_make_it_stumble(noise: bytes) -> None:
    for content in (noise, mail(files=(("a.txt", noise),)), raw(f"From: {SENDER}", noise), b"From: " + noise):
        try:
            understood(content)
        except Unreadable:
            continue
        sameness(content)
        decoded(content, "utf-8")


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 200_000, b"<blockquote>" * 50_000, b"On " * 13_000, b"\n>" * 20_000, b"=?utf-8?Q?" * 20_000,
        b"From: a\nTo: b\n" * 3_000, b"--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" * 200,
    ],
)  # fmt: skip
def test_what_is_made_to_keep_us_busy_does_not(body: bytes) -> None:
    began = process_time()
    for kind in ("text/plain", "text/html", "multipart/mixed; boundary=x"):
        subject = body[:60_000].decode().replace("\n", " ").replace("\r", " ")
        content = raw(f"From: {SENDER}\nSubject: {subject}\nContent-Type: {kind}", body)
        try:
            understood(content)
        except (Unreadable, RecursionError):
            continue
    assert process_time() - began < 5
