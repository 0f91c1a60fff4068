"""Files go to the disk whole or not at all, get their rows in one statement, and are swept where they have none."""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from yimen.files import store
from yimen.files.forgetting import forget_files_of
from yimen.files.queries import file_for, files_of, open_content
from yimen.files.rules import Cleaned
from yimen.files.store import Placed, keep_files, path_of, put, put_all, take_back
from yimen.files.sweep import sweep_orphans
from yimen.kernel.verdict import Refused

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
LAMP = Cleaned("路灯.jpg", "image/jpeg", b"\xff\xd8 a lamp")
NOTE = Cleaned("note.txt", "text/plain", b"a note")


@pytest.fixture(autouse=True)
def disk(settings: Settings, tmp_path: Path) -> Path:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    return tmp_path


def on_disk(disk: Path) -> list[Path]:
    return [path for path in disk.rglob("*") if path.is_file()]


def kept(subject: str, *files: Cleaned) -> Sequence[Placed]:
    placed = put_all(files)
    keep_files(subject=subject, by="resident", placed=placed, at=MONDAY)
    return placed


def test_what_was_put_is_on_the_disk_for_its_owner_only(disk: Path) -> None:
    placed = put(LAMP)
    (path,) = on_disk(disk)
    assert path == path_of(placed.key)
    assert path.read_bytes() == LAMP.content
    assert path.stat().st_mode & 0o077 == 0
    assert (placed.size, placed.digest) == (len(LAMP.content), sha256(LAMP.content).hexdigest())
    assert LAMP.name not in str(path)


def test_keeping_is_one_statement_and_reading_too(db: None, sql: Callable[..., Any]) -> None:
    placed = put_all([LAMP, NOTE])
    with sql(at_most=1):
        rows = keep_files(subject="case:1", by="resident", placed=placed, at=MONDAY)
    with sql(at_most=1):
        files = files_of("case:1")
    assert [file.id for file in files] == [row.pk for row in rows]
    assert [(f.name, f.type, f.by, f.is_picture) for f in files] == [
        ("路灯.jpg", "image/jpeg", "resident", True),
        ("note.txt", "text/plain", "resident", False),
    ]
    with open_content(files[1]) as content:
        assert content.read() == b"a note"
    assert keep_files(subject="case:1", by="resident", placed=[], at=MONDAY) == []


def test_a_file_opens_under_its_own_subject_only(db: None) -> None:
    kept("case:1", LAMP)
    (file,) = files_of("case:1")
    assert file_for("case:1", file.id) == file
    assert file_for("case:2", file.id) is None


def test_a_file_whose_bytes_are_gone_says_so(db: None) -> None:
    (placed,) = kept("case:1", LAMP)
    path_of(placed.key).unlink()
    with pytest.raises(Refused, match=r"The content of 路灯\.jpg is missing"):
        open_content(files_of("case:1")[0])


def _full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_a_clear_sentence_and_leaves_nothing_behind(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(Refused, match=r"no room for files here at the moment.* text you typed is still here"):
        put(LAMP)
    assert not on_disk(disk)


def test_the_disk_that_gets_full_with_the_second_file_leaves_none(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true_write, written = store._write, []

    def until_full(path: Path, content: bytes) -> None:
        written.append(path)
        _full() if len(written) == 2 else true_write(path, content)

    monkeypatch.setattr(store, "_write", until_full)
    with pytest.raises(Refused, match="no room"):
        put_all([LAMP, NOTE])
    assert len(written) == 2
    assert not on_disk(disk)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_that_is_really_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_for_owner", lambda _path, _flags: os.open("/dev/full", os.O_WRONLY))
    with pytest.raises(Refused, match="no room"):
        put(Cleaned("a.txt", "text/plain", b"a" * 100_000))


def test_another_failure_of_the_disk_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        put(LAMP)


def test_what_a_refused_verb_leaves_can_be_taken_back(disk: Path) -> None:
    placed = put_all([LAMP, NOTE])
    take_back(placed)
    take_back(placed)
    assert not on_disk(disk)


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        raise ZeroDivisionError


def _grow_old(path: Path, at: datetime, age: timedelta) -> None:
    os.utime(path, (moment := (at - age).timestamp(), moment))


def test_after_a_rollback_the_bytes_are_swept_after_a_day_and_not_before(db: None, disk: Path) -> None:
    (mine,) = kept("case:1", LAMP)
    orphan = put(NOTE)
    with pytest.raises(ZeroDivisionError), rolled_back():
        keep_files(subject="case:2", by="resident", placed=[orphan], at=MONDAY)
    half = path_of(orphan.key).with_name(f"{orphan.key}.part")
    half.write_bytes(b"a no")
    note_of_the_operator = disk / "README.txt"
    note_of_the_operator.write_text("do not touch")
    for path in on_disk(disk):
        _grow_old(path, MONDAY, timedelta(hours=23))
    assert sweep_orphans(MONDAY) == 0
    for path in on_disk(disk):
        _grow_old(path, MONDAY, timedelta(hours=25))
    assert sweep_orphans(MONDAY) == 2
    assert sorted(on_disk(disk)) == sorted([path_of(mine.key), note_of_the_operator])


def test_sweeping_asks_the_database_once_for_five_hundred_files(db: None, disk: Path, sql: Callable[..., Any]) -> None:
    (disk / "aa").mkdir()
    for number in range(501):
        path = disk / "aa" / f"aa{number:030}"
        path.touch()
        _grow_old(path, MONDAY, timedelta(days=2))
    with sql(at_most=2):
        assert sweep_orphans(MONDAY) == 501


@pytest.mark.django_db(transaction=True)
def test_what_is_forgotten_goes_with_its_bytes(disk: Path) -> None:
    kept("case:1", LAMP, NOTE)
    (other,) = kept("case:2", NOTE)
    assert forget_files_of(["case:1", "case:3"]) == 2
    assert files_of("case:1") == []
    assert on_disk(disk) == [path_of(other.key)]


@pytest.mark.django_db(transaction=True)
def test_what_is_forgotten_in_a_transaction_that_fails_is_still_there(disk: Path) -> None:
    (mine,) = kept("case:1", LAMP)
    with pytest.raises(ZeroDivisionError), rolled_back():
        forget_files_of(["case:1"])
    assert len(files_of("case:1")) == 1
    assert on_disk(disk) == [path_of(mine.key)]
