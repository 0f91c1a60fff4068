"""Files are served so that they can do no harm, whatever is in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from yimen.files.queries import FileFacts
from yimen.files.serving import _names, served
from yimen.files.store import path_of

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _disk(settings: Settings, tmp_path: Path) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


def stored(name: str, type_: str) -> FileFacts:
    path = path_of("ab" * 16)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"content")
    return FileFacts(1, "case:1", MONDAY, "resident", name, type_, 7, "", "ab" * 16)


@pytest.mark.parametrize("type_", ["application/pdf", "text/plain", "audio/mpeg", "video/mp4"])
@pytest.mark.parametrize("in_page", [True, False])
def test_what_we_did_not_make_anew_is_only_downloaded(type_: str, in_page: bool) -> None:  # noqa: FBT001 – a parameter
    safe = served(stored("a.pdf", type_), in_page=in_page)
    assert safe.headers["Content-Disposition"].startswith("attachment; ")
    with safe.content as content:
        assert content.read() == b"content"


def test_a_picture_is_shown_in_a_page_where_that_is_asked_for() -> None:
    for in_page, way in ((True, "inline"), (False, "attachment")):
        safe = served(stored("a.jpg", "image/jpeg"), in_page=in_page)
        safe.content.close()
        assert safe.headers["Content-Disposition"].partition(";")[0] == way


def test_no_browser_runs_guesses_embeds_or_keeps_it() -> None:
    safe = served(stored("a.txt", "text/plain"))
    safe.content.close()
    assert safe.headers == {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": "7",
        "Content-Disposition": "attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "Referrer-Policy": "no-referrer",
    }


def test_names_in_chinese_and_tibetan_come_through() -> None:
    assert _names("路灯.jpg") == "filename=\"__.jpg\"; filename*=UTF-8''%E8%B7%AF%E7%81%AF.jpg"
    assert "%E0%BD%96" in _names("བོད.pdf")


@given(st.text())
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    try:
        header = _names(name)
    except UnicodeEncodeError:  # lone surrogates, which no stored name has
        return
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert "\\" not in header
    assert header.count(";") == 1
