"""Taking a case in at the counter: typed, read back, written down, printed."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tests import make, make_scans
from tests.pages.desk.browsing import browser, text
from yimen.cases.models import Case
from yimen.cases.queries import case_by_receipt
from yimen.files.queries import files_of
from yimen.journal.models import Entry
from yimen.kernel.receipts import new_nonce

pytestmark = pytest.mark.django_db
HERE = "/desk/take-in/"
WORDS = "The street lamp at the bridge is dark."


def filled(**fields: str) -> dict[str, Any]:
    """The form as a clerk sends it."""
    usual = {
        "nonce": new_nonce(), "words": WORDS, "category": "street light", "place": "Nawu",
        "place_words": "At the bridge", "kind": "fault", "language": "en", "tell": "here", "phone": "",
        "email": "", "contact_name": "", "about_office": "", "consent": "", "channel": "visit",
    }  # fmt: skip
    return usual | fields


def sent(client: Client, **fields: str) -> Any:  # noqa: ANN401 – the test client's own type
    return client.post(HERE, filled(**fields))


def test_it_is_read_back_first_and_written_down_after_the_residents_yes() -> None:
    client, form = browser(make.clerk()), filled()
    back = text(client.post(HERE, form | {"read": "1"}))
    assert Case.objects.count() == 0
    assert WORDS in back
    assert "Nawu · At the bridge" in back
    carried = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', back))
    assert {name: carried[name] for name in form} == form
    receipt = client.post(HERE, form | {"right": "1"})
    case = Case.objects.get()
    found = re.search(r'class="y-receipt".*?</strong>', text(receipt), re.DOTALL)
    code = re.sub(r"<[^>]*>|class=[^>]*>", "", found[0]) if found else ""
    assert case_by_receipt(code, address="", at=make.MONDAY) == case
    assert (case.channel, case.kind, case.words, case.place_words) == ("visit", "fault", WORDS, "At the bridge")
    assert case.category is not None
    assert case.category.code == make.LAMP
    assert "no-store" in receipt.headers["Cache-Control"]


def test_what_somebody_needs_is_read_back_and_stands_sealed_with_the_case() -> None:
    client, form = browser(make.clerk()), filled() | {"needs": ["steps", "interpreter"]}
    back = text(client.post(HERE, form | {"read": "1"}))
    assert "An interpreter · A way without steps" in back
    assert back.count('name="needs"') == 2
    client.post(HERE, form | {"right": "1"})
    case = Case.objects.get()
    assert case.needs == "interpreter steps"
    with connection.cursor() as cursor:
        cursor.execute("SELECT needs FROM cases_case")
        assert b"steps" not in bytes(cursor.fetchone()[0])
    damaged = text(client.post(HERE, form | {"nonce": "x"}))
    assert damaged.count("checked") == 2


def test_it_is_read_back_in_the_residents_language_whatever_the_clerk_reads() -> None:
    back = text(sent(browser(make.clerk()), language="zh-hans"))
    assert '<html lang="en">' in back
    assert "怎样通知您？" in back


def test_what_they_brought_along_is_chosen_last_and_stands_with_the_case() -> None:
    def brought(name: str, content: bytes) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, content)

    client, form = browser(make.clerk()), filled()
    assert 'type="file"' in text(client.post(HERE, form | {"read": "1"}))
    refused = text(client.post(HERE, form | {"right": "1", "files": [brought("run.exe", b"MZ" + b"\0" * 60)]}))
    assert "run.exe is a program or a script" in refused
    assert WORDS in refused
    assert Case.objects.count() == 0
    files = [brought("bill.txt", b"12 yuan"), brought("lamp.jpg", make_scans.page())]
    client.post(HERE, form | {"right": "1", "files": files})
    client.post(HERE, form | {"right": "1", "files": [brought("bill.txt", b"12 yuan")]})
    case = Case.objects.get()
    assert [(file.name, file.by) for file in files_of(case.ref)] == [
        ("bill.txt", make.clerk().ref), ("lamp.jpg", make.clerk().ref)
    ]  # fmt: skip


def test_change_something_brings_the_form_back_with_all_that_was_typed() -> None:
    page = text(sent(browser(make.clerk()), change="1"))
    assert f">{WORDS}</textarea>" in page.replace("\n", "")
    assert 'value="street light"' in page
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"category": "xyzzy"}, "Nothing in the list is called so"),
        ({"category": "a"}, "Several fit"),
        ({"words": " "}, "Please fill this in"),
        ({"tell": "email"}, "Please give us the address or number"),
        ({"about_office": "door office"}, "Several fit"),
        ({"about_office": "KS-one-door"}, "about your own office"),
        ({"channel": "web"}, "Please choose one of the list"),
        ({"nonce": "x"}, "This form was damaged on the way"),
    ],
)
def test_a_no_is_said_in_words_and_nothing_typed_is_lost(wrong: dict[str, str], why: str) -> None:
    page = text(sent(browser(make.clerk()), **{"right": "1", **wrong}))
    assert why in page
    assert "At the bridge" in page
    assert Case.objects.count() == 0


def test_what_belongs_to_another_door_is_said_and_only_counted() -> None:
    door = next(c for c in make.town().catalogue.by_id.values() if c.door_code)
    page = text(sent(browser(make.clerk()), category=door.code, right="1"))
    assert "This belongs to another door" in page
    assert Case.objects.count() == 0
    assert Entry.objects.filter(code="door.told", facts__door=door.door_code).count() == 1


def test_sent_twice_it_is_one_case_and_its_receipt() -> None:
    client, form = browser(make.clerk()), filled(right="1")
    client.post(HERE, form)
    assert "This form came twice" in text(client.post(HERE, form))
    assert Case.objects.count() == 1


def test_the_language_of_the_number_that_was_called_goes_along() -> None:
    page = text(browser(make.clerk()).get(f"{HERE}?for=bo"))
    assert '<option value="bo" selected' in page


def test_whoever_brings_it_for_somebody_else_says_how_they_agreed_and_may_have_a_receipt_of_their_own() -> None:
    client, helped = browser(make.clerk()), {"consent": "spoken", "is_followed": "on"}
    assert "Brought for you by somebody else" in text(sent(client, **helped))
    page = text(sent(client, **helped, right="1"))
    assert page.count('class="y-receipt"') == 2
    assert Case.objects.get().consent == "spoken"
    assert text(sent(client, is_followed="on", right="1")).count('class="y-receipt"') == 1


def test_nobody_but_a_clerk_has_this_page() -> None:
    for by in (make.handler(), make.supervisor(), make.administrator()):
        assert browser(by).get(HERE).status_code == 404
        assert sent(browser(by), right="1").status_code == 404
    assert Case.objects.count() == 0
