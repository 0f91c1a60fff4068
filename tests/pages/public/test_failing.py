"""The disk is full, the database does not answer, a form arrives broken: a sentence, and nothing typed is lost."""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection

from tests import make
from tests.pages.public.visiting import browser, code_on, filled, opened, text
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.files.rules import MEGABYTE
from yimen.kernel.receipts import new_nonce, read

pytestmark = pytest.mark.django_db
READ_ONLY = {"sqlite": "PRAGMA query_only = ON", "postgresql": "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"}
WRITABLE = {"sqlite": "PRAGMA query_only = OFF", "postgresql": "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE"}


@contextmanager
def read_only_database() -> Iterator[None]:
    """As after a disk that went read-only: looking works, writing does not."""
    with connection.cursor() as cursor:
        cursor.execute(READ_ONLY[connection.vendor])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(WRITABLE[connection.vendor])


@contextmanager
def no_database() -> Iterator[None]:
    """Every statement fails, as when the server is gone."""

    def gone(*_: object) -> NoReturn:
        raise OperationalError("the connection is gone")

    with connection.execute_wrapper(gone):
        yield


def carried(page: str) -> dict[str, str]:
    """What the page would send if its one button were pressed."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in fields}


@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_be_written_keeps_the_form_and_later_takes_it() -> None:
    make.town()
    form = filled()
    with read_only_database():
        answer = browser().post("/tell/", form)
    assert answer.status_code == 503
    assert "Please send it again in a minute" in text(answer)
    assert f"{form['words']}</textarea>" in text(answer)
    assert form["nonce"] in text(answer)
    assert not Case.objects.exists()
    assert read(code_on(browser().post("/tell/", form)))


@pytest.mark.django_db(transaction=True)
def test_the_same_on_ones_own_case() -> None:
    client, case = opened()
    with read_only_database():
        answer = client.post("/case/remarks/", {"text": "It is the left one."})
    assert answer.status_code == 503
    assert "It is the left one.</textarea>" in text(answer)
    assert facts.said(case) == []


@pytest.mark.django_db(transaction=True)
def test_another_door_can_be_told_without_its_count() -> None:
    town = make.town()
    leaf = next(c for c in town.catalogue.by_id.values() if c.door_code)
    with read_only_database():
        answer = browser().post("/tell/", filled(category=leaf.code))
    assert "The street lamp at the bridge is dark.</textarea>" in text(answer)


def test_without_any_database_the_words_stand_on_the_page_and_can_be_sent_again() -> None:
    make.town()
    form = filled(words="A lamp & <more>")
    with no_database():
        answer = browser().post("/tell/", form)
    page = text(answer)
    assert answer.status_code == 503
    assert "A lamp &amp; &lt;more&gt;</div>" in page
    assert carried(page).items() >= {k: v for k, v in form.items() if v}.items()
    assert read(code_on(browser().post("/tell/", carried(page))))
    assert Case.objects.get().words == "A lamp & <more>"


@pytest.mark.parametrize("page", ["/tell/", "/case/", "/areas.geojson"])
def test_without_any_database_a_page_says_so(page: str) -> None:
    client, _ = opened()
    client.raise_request_exception = False
    with no_database():
        answer = client.get(page)
    assert answer.status_code in (500, 503)
    assert "It is not your mistake" in text(answer)


def test_a_reply_without_any_database_can_be_sent_again() -> None:
    client, case = opened("asked_case")
    with no_database():
        page = text(client.post("/case/reply/", {"text": "The left one.", "version": "9"}))
    assert carried(page) == {"text": "The left one.", "version": "9"}
    assert make.fresh(case).state == "asked"


FULL = """
import json, resource, signal, sys
import django
django.setup()
from pathlib import Path
from django.conf import settings
from django.db import connection
from django.test import Client
from django.core.files.uploadedfile import SimpleUploadedFile
settings.ALLOWED_HOSTS = ["testserver"]
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
form, what = json.load(sys.stdin)
if what == "file":
    form["files"] = SimpleUploadedFile("note.txt", b"x" * 5000)
connection.ensure_connection()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))  # bytes: nothing more gets on the disk
answer = Client(headers={"Accept-Language": "en"}).post("/tell/", form)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(json.dumps([answer.status_code, answer.content.decode()]))
"""


def on_a_full_disk(beside: dict[str, str], form: dict[str, str], what: str) -> tuple[int, str]:
    """Send the form from a process whose files can't grow; its answer."""
    sent = json.dumps([form, what])
    ended = subprocess.run(
        [sys.executable, "-c", FULL], env=beside, input=sent, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    status, page = json.loads(ended.stdout.splitlines()[-1])
    return status, page


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be told that files may not grow")
def test_a_full_disk_keeps_the_words_and_takes_them_when_there_is_room(beside: dict[str, str]) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL writes its files itself")
    make.town()
    form = filled()
    status, page = on_a_full_disk(beside, form, "words")
    assert status == 503
    assert f"{form['words']}</textarea>" in page
    assert not Case.objects.exists()
    assert read(code_on(browser().post("/tell/", form)))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be told that files may not grow")
def test_no_room_for_a_file_is_said_at_the_files(beside: dict[str, str]) -> None:
    make.town()
    form = filled()
    status, page = on_a_full_disk(beside, form, "file")
    assert status == 200
    assert "no room for files" in page
    assert 'id="id_files_error"' in page
    assert f"{form['words']}</textarea>" in page


def multipart(*parts: str, boundary: str = "door") -> bytes:
    return "".join(f"--{boundary}\r\n{part}\r\n" for part in parts).encode() + f"--{boundary}--\r\n".encode()


FILE = 'Content-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nx'
FIELD = 'Content-Disposition: form-data; name="{}"\r\n\r\nx'
MULTIPART = "multipart/form-data; boundary=door"


@pytest.mark.parametrize(
    ("body", "kind", "extra", "status"),
    [
        (b"nonsense", "multipart/form-data", {}, 400),
        (b"nonsense", "multipart/form-data; boundary=" + "x" * 300, {}, 400),
        (b"nonsense", MULTIPART, {"CONTENT_LENGTH": "-1"}, 400),
        (multipart(*(FIELD.format(f"f{n}") for n in range(1001))), MULTIPART, {}, 413),
        ("&".join(f"f{n}=x" for n in range(1001)).encode(), "application/x-www-form-urlencoded", {}, 413),
        (b"words=" + b"x" * 1_000_001, "application/x-www-form-urlencoded", {}, 413),
        (multipart(FIELD.format("words") + "x" * 1_000_001), MULTIPART, {}, 413),
        (multipart(*[FILE] * 21), MULTIPART, {}, 413),
        (b"x", MULTIPART, {"CONTENT_LENGTH": str(65 * MEGABYTE)}, 413),
    ],
)  # fmt: skip
@pytest.mark.parametrize("page", ["/tell/", "/case/remarks/"])
def test_a_form_that_is_broken_or_too_large_is_refused_kindly(
    page: str, body: bytes, kind: str, extra: dict[str, Any], status: int
) -> None:
    client, case = opened()
    answer = client.generic("POST", page, body, content_type=kind, **extra)
    assert answer.status_code == status
    assert "go back one step" in text(answer)
    assert facts.said(case) == []


def test_a_form_that_broke_off_on_the_way_is_shown_again() -> None:
    make.town()
    whole = multipart(*(FIELD.format(name) for name in ("words", "kind", "tell")))
    answer = browser().generic("POST", "/tell/", whole[:-60], content_type=MULTIPART)
    assert answer.status_code in (200, 400)
    assert not Case.objects.exists()


def test_a_request_that_django_refuses_gets_the_same_words() -> None:
    answer = browser().get("/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "did not reach us whole" in text(answer)


def test_files_that_are_too_large_together_keep_the_words() -> None:
    make.town()
    files = [SimpleUploadedFile(f"{n}.txt", b"x" * 9 * MEGABYTE) for n in range(3)]
    page = text(browser().post("/tell/", filled(nonce=new_nonce()) | {"files": files}))
    assert 'id="id_files_error"' in page
    assert "25 MB" in page
    assert "The street lamp at the bridge is dark.</textarea>" in page
