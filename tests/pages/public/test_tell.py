"""Tell us: the form, the receipt, the other door."""

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import make
from tests.pages.public.visiting import browser, code_on, filled, text
from tests.rules.files_made import photo
from yimen.cases.models import Case
from yimen.files.queries import files_of
from yimen.journal.models import Entry
from yimen.kernel.receipts import read

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]
FILES = (
    "public.css", "yimen.js", "kept.js", "pocket.js", "leave.js", "suggest.js", "worker.js", "door.svg",
    "fonts/switch.woff2",
)  # fmt: skip
FIRST_LOAD = 50_000  # bytes over the wire


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_load_is_light(language: str) -> None:
    make.town()
    built = [finders.find(f"yimen/{name}") for name in FILES]
    if not all(built):
        pytest.skip("the front end is not built: run bin/assets")
    weight = len(gzip.compress(browser().get("/tell/", {"lang": language}).content, 6))
    for path in built:
        with open(str(path), "rb") as file:  # noqa: PTH123 – a finder's answer is a str
            weight += len(gzip.compress(file.read(), 6))
    assert weight < FIRST_LOAD


def test_the_emergency_numbers_stand_above_the_form() -> None:
    make.town()
    page = text(browser().get("/tell/"))
    for number in ("110", "119", "120"):
        assert f'href="tel:{number}"' in page[: page.index("<form")]


def test_only_words_are_needed_and_no_cookie_is_set_before() -> None:
    make.town()
    client = browser()
    page = client.get("/tell/")
    assert not client.cookies
    nonce = re.search(r'name="nonce" value="([^"]+)"', text(page))
    assert nonce
    answer = client.post(
        "/tell/", {"nonce": nonce[1], "words": "A lamp.", "kind": "help", "tell": "here", "language": "bo"}
    )
    assert read(code_on(answer)), text(answer)
    case = Case.objects.get()
    assert (case.words, case.language, case.channel, case.office.function) == ("A lamp.", "bo", "web", "one-door")


def test_sending_takes_few_statements(sql: Callable[..., Any]) -> None:
    make.town()
    browser().post("/tell/", filled())
    with sql(at_most=14) as statements:
        answer = browser().post("/tell/", filled())
    assert read(code_on(answer))
    assert len(statements) <= 10, "\n".join(statements)


def test_the_receipt_page_shows_code_office_date_and_proof_and_is_kept_by_nobody() -> None:
    make.town()
    answer = browser().post("/tell/", filled())
    page, case = text(answer), Case.objects.get()
    assert read(code_on(answer))
    assert "Urban office" in page
    assert "0941-12345" in page
    assert "working day" in page
    assert f'<time datetime="{case.due_on}">' in page
    assert bytes(case.digest).hex()[:8] in page
    assert "<svg" in page
    assert "no-store" in answer["Cache-Control"]
    assert read(code_on(answer)) not in str(answer.cookies)


def test_sent_twice_it_shows_the_same_receipt() -> None:
    make.town()
    form = filled()
    first, second = browser().post("/tell/", form), browser().post("/tell/", form)
    assert code_on(first) == code_on(second) != ""
    assert "it is one case" in text(second)
    assert Case.objects.count() == 1


def test_the_same_form_with_other_words_offers_to_add_them() -> None:
    make.town()
    client, form = browser(), filled()
    client.post("/tell/", form)
    answer = client.post("/tell/", form | {"words": "Two lamps."})
    assert "What you changed was not sent" in text(answer)
    assert "Two lamps.</textarea>" in text(answer)
    client.post("/case/remarks/", {"text": "Two lamps."})
    assert "Two lamps." in text(client.get("/case/"))
    assert Case.objects.count() == 1


def test_another_door_is_told_and_nothing_is_kept_but_a_count() -> None:
    town = make.town()
    leaf = next(c for c in town.catalogue.by_id.values() if c.door_code)
    door = town.catalogue.doors[leaf.door_code]
    answer = browser().post("/tell/", filled(category=leaf.code, words="He hits me."))
    page = text(answer)
    assert door.why["en"] in page.replace("&#x27;", "'")
    assert f'href="tel:{door.telephone}"' in page
    assert "He hits me.</textarea>" in page
    assert not Case.objects.exists()
    assert "receipt" not in answer.cookies
    assert [(e.code, e.facts) for e in Entry.objects.filter(code__startswith="door.")] == [
        ("door.told", {"door": door.code})
    ]


def test_several_files_go_along() -> None:
    make.town()
    files = [SimpleUploadedFile("lamp.jpg", photo()), SimpleUploadedFile("note.txt", b"left of the bridge")]
    answer = browser().post("/tell/", filled() | {"files": files})
    assert read(code_on(answer)), text(answer)
    assert [file.name for file in files_of(Case.objects.get().ref)] == ["lamp.jpg", "note.txt"]
    assert "lamp.jpg" in text(answer)


def test_a_file_that_cannot_be_taken_is_named_and_the_words_are_kept() -> None:
    make.town()
    files = [SimpleUploadedFile("note.txt", b"fine"), SimpleUploadedFile("run.exe", b"MZ\x90\x00" + b"\0" * 400)]
    answer = browser().post("/tell/", filled() | {"files": files})
    page = text(answer)
    assert "run.exe" in page
    assert "choose your files again" in page
    assert "The street lamp at the bridge is dark.</textarea>" in page
    assert not Case.objects.exists()
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    assert nonce
    assert read(code_on(browser().post("/tell/", filled(nonce=nonce[1]))))


def test_too_many_files_are_said_at_the_files() -> None:
    make.town()
    files = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(9)]
    page = text(browser().post("/tell/", filled() | {"files": files}))
    assert 'id="id_files_error"' in page
    assert not Case.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_works_in_each_language(language: str) -> None:
    make.town()
    client = Client()
    client.get("/tell/", {"lang": language})
    answer = client.post("/tell/", filled(language=language, words="ཟམ་པའི་འགྲམ་གྱི་གློག་མི་སྣང་།"))
    assert read(code_on(answer))
    assert f'<html lang="{language}"' in text(answer)
    assert f'<div class="y-words" lang="{language}">ཟམ་པའི་' in text(answer)
    assert client.get("/case/").status_code == 200
