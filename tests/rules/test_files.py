"""Which files are taken, under which name, and the sentence for those that are not."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.rules import files_made as made
from yimen.files import rules
from yimen.files.hygiene import clean, clean_all
from yimen.kernel.verdict import Refused

ELF = b"\x7fELF\x02\x01\x01" + b"\0" * 200
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.zip", made.archive(), "is an archive"),
        ("a.jpg", made.archive(), "is an archive"),
        ("a.txt", gzip.compress(b"hello", mtime=0), "is an archive"),
        ("a.rar", b"Rar!\x1a\x07\x00" + b"\0" * 50, "is an archive"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, "is an archive"),
        ("a.png", b"MZ\x90\0" + b"\0" * 200, "is a program"),
        ("a", ELF, "is a program"),
        ("a.sh", b"#!/bin/sh\nrm -rf ~\n", "is a program"),
        ("a.txt", b"#!/usr/bin/env python\n", "is a program"),
        ("a.txt", b"<?php system($_GET[0]);", "is a program"),
        ("a.bat", b"@echo off\r\nformat c:\r\n", "is a program"),
        ("a.js", b"alert(1)", "is a program"),
        ("holiday.jpg.exe", made.photo(), "is a program"),
        ("a.htm", b"hello", "is a web page"),
        ("a.txt", b"  \n<!DOCTYPE html><p>", "is a web page"),
        ("a.txt", "\ufeff<HTML>".encode("utf-16"), "is a web page"),
        ("a.jpg", b"<svg xmlns='x'><script/></svg>", "is a web page"),
        ("a.svg", b"<?xml version='1.0'?><svg/>", "is a web page"),
        (
            "a.docx",
            made.archive("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"),
            "is an",
        ),
        ("a.doc", OLE, "is an office document"),
        ("a.rtf", rb"{\rtf1 hello}", "is an office document"),
        ("a.tif", made.saved(Image.new("RGB", (8, 8)), "TIFF"), "a picture of a kind"),
        ("a.bmp", made.saved(Image.new("RGB", (8, 8)), "BMP"), "a picture of a kind"),
        ("a.webm", b"\x1a\x45\xdf\xa3" + b"\0\x42\x82\x84webm" + b"\0" * 60, "a recording of a kind"),
        ("a.bin", bytes(range(256)) * 4, "do not know what kind"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name_and_with_the_reason(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        clean(name, content)
    assert reason in str(refusal.value)
    assert name in str(refusal.value)
    assert str(refusal.value).endswith("the text you typed is still here.")


def test_a_file_of_more_than_ten_megabytes_is_refused() -> None:
    with pytest.raises(Refused, match="larger than 10 MB"):
        clean("long.txt", b"a" * (rules.LARGEST + 1))
    assert len(clean("long.txt", b"a" * rules.LARGEST).content) == rules.LARGEST


def test_at_most_eight_files_of_25_megabytes_in_all() -> None:
    assert rules.may_send([rules.LARGEST_IN_ALL // 8] * 8)
    assert "more than 8 files" in str(rules.may_send([1] * 9))
    assert "larger than 25 MB" in str(rules.may_send([rules.LARGEST_IN_ALL, 1]))
    with pytest.raises(Refused, match="more than 8 files"):
        clean_all([("a.txt", b"a")] * 9)
    with pytest.raises(Refused, match=r"b\.txt is empty"):
        clean_all([("a.txt", b"a"), ("b.txt", b"")])
    assert [each.name for each in clean_all([("a.txt", b"a"), ("b.txt", b"b")])] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_plain_text_is_kept_in_utf_8(encoding: str) -> None:
    cleaned = clean("路灯.txt", "路灯坏了。\r\n三天了。".encode(encoding))
    assert (cleaned.name, cleaned.type) == ("路灯.txt", "text/plain")
    assert cleaned.content.decode() == "路灯坏了。\n三天了。"


def test_tibetan_text_stays_as_it_is_also_in_the_older_private_characters() -> None:
    for text in ("གློག་སྒྲོན་ཆག་སོང་།", "\uf4b0\uf4b1 བོད"):
        assert clean("a.txt", text.encode()).content.decode() == text


def test_a_letter_that_begins_like_another_type_is_a_letter() -> None:
    for words in ("BM is my initial", "MZ too", "ID3 is a tag", "GIF87a is no picture", "II*\x09"):
        assert clean("a.txt", words.encode()).type == "text/plain"


def test_sound_is_known_by_content_and_stays_as_it_is() -> None:
    for type_, content in made.sound().items():
        cleaned = clean("voice.dat", content)
        assert (cleaned.type, cleaned.content) == (type_, content)
        assert cleaned.name == f"voice.dat{rules.ENDINGS[type_][0]}"


@pytest.mark.parametrize(
    ("brand", "type_"), [(b"isom", "video/mp4"), (b"3gp5", "video/3gpp"), (b"qt  ", "video/quicktime")]
)
def test_a_video_does_not_tell_where_it_was_taken(brand: bytes, type_: str) -> None:
    video = made.video(brand=brand)
    assert b"+34.8750+102.9000" in video
    cleaned = clean("clip.mp4", video)
    assert cleaned.type == type_
    assert b"+34.8750" not in cleaned.content
    assert len(cleaned.content) == len(video)
    assert cleaned.content[-300:] == video[-300:]  # the moving pictures themselves
    assert cleaned.content.count(b"free") == 2


def test_half_a_video_is_refused() -> None:
    with pytest.raises(Refused, match="damaged"):
        clean("clip.mp4", made.video()[:-40])


def test_a_recording_that_is_an_archive_too_is_refused() -> None:
    with pytest.raises(Refused, match="archive"):
        clean("voice.mp3", made.sound()["audio/mpeg"] + made.archive())


def test_a_pdf_is_kept_as_it_is() -> None:
    content = made.pdf(made.packed_stream(b"2 0 << /Type /Page >>"), made.packed_stream(b"(x) Tj", kind=b"/XObject"))
    cleaned = clean("letter.pdf", content)
    assert (cleaned.name, cleaned.type, cleaned.content) == ("letter.pdf", "application/pdf", content)


@pytest.mark.parametrize(
    "content",
    [
        made.pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
        made.pdf(b"<< /S /J#61vaScript /JS (app.alert(1)) >>"),
        made.pdf(b"<< /S /Launch /F (calc.exe) >>"),
        made.pdf(b"<< /Names << /EmbeddedFiles 3 0 R >> >>"),
        made.pdf(made.packed_stream(b"2 0 << /S /JavaScript /JS (app.alert(1)) >>")),
        made.pdf(made.packed_stream(b"x", kind=b"/ObjStm").replace(b"\x78\x9c", b"\0\0")),
        made.pdf(made.packed_stream(bytes(70 * rules.MEGABYTE))),
        made.pdf(*[made.packed_stream(b"2 0 << >>").removesuffix(b"endstream")] * 9),
        made.pdf(b"stream\n" * 60_000),
    ],
)
def test_a_pdf_that_runs_something_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match=r"a\.pdf is a PDF with a program or other files inside"):
        clean("a.pdf", content)


def test_a_locked_or_broken_pdf_is_refused() -> None:
    with pytest.raises(Refused, match="locked PDF"):
        clean("a.pdf", made.pdf(trailer=b"<< /Encrypt 5 0 R >>"))
    with pytest.raises(Refused, match="damaged"):
        clean("a.pdf", made.pdf()[:60])
    with pytest.raises(Refused, match="archive"):
        clean("a.pdf", made.pdf() + made.archive())


@pytest.mark.parametrize(
    ("given_name", "type_", "kept"),
    [
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        (r"C:\Users\me\lamp.JPG", "image/jpeg", "lamp.JPG"),
        ("lamp.png", "image/jpeg", "lamp.jpg"),
        ("notes.csv", "text/plain", "notes.csv.txt"),
        ("photo\u202egpj.exe", "image/jpeg", "photogpj.exe.jpg"),
        ("a\0b\nc.jpg", "image/jpeg", "ab c.jpg"),
        (".htaccess", "text/plain", "htaccess.txt"),
        ("", "image/png", "file.png"),
        ("…", "image/png", "….png"),
        ("路灯 坏了.jpeg", "image/jpeg", "路灯 坏了.jpeg"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_true(given_name: str, type_: str, kept: str) -> None:
    assert rules.named(given_name, type_) == kept


@given(st.text(), st.sampled_from(sorted(rules.ENDINGS)))
def test_any_name_becomes_one_that_can_mislead_nobody(name: str, type_: str) -> None:
    kept = rules.named(name, type_)
    assert 0 < len(kept) <= rules.LONGEST_NAME
    assert kept.lower().endswith(rules.ENDINGS[type_])
    assert not set(kept) & set("/\\\0\n\r\u202e\u200f")
    assert not kept.startswith(".")


def outcome(name: str, content: bytes) -> str:
    try:
        return clean(name, content).type
    except Refused as refusal:
        return str(refusal)


@given(st.binary(max_size=400), st.sampled_from(["a.jpg", "a.pdf", "a", "a.mp4"]))
def test_any_bytes_are_cleaned_or_refused_in_words(content: bytes, name: str) -> None:
    assert outcome(name, content) in rules.ENDINGS or name in outcome(name, content)
