"""Somebody comes again: by the receipt, and without opening the case."""

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.journal.models import Entry
from yimen.kernel import clock
from yimen.kernel.receipts import shown
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
HERE = "/desk/came-again/"


@pytest.fixture(autouse=True)
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.LATER)


def test_the_visit_is_noted_and_nothing_of_the_case_is_shown_nor_looked_at() -> None:
    receipt, client = make.receipt(), browser(make.clerk())
    page = text(client.post(HERE, {"receipt": shown(receipt.code)}, follow=True))
    assert "The visit is noted." in page
    assert receipt.case.words not in page
    assert Entry.objects.filter(subject=receipt.case.ref, code="case.visited").count() == 1
    assert len(looks_of(receipt.case.ref)) == 0
    assert "noted today already" in text(client.post(HERE, {"receipt": shown(receipt.code)}))


@pytest.mark.parametrize(
    ("receipt", "why"), [("", "Please fill this in"), ("7K2MP-9QXR4-HTW6D", "mistyped"), ("2" * 15, "mistyped")]
)
def test_a_receipt_that_is_none_is_said(receipt: str, why: str) -> None:
    assert why in text(browser(make.clerk()).post(HERE, {"receipt": receipt}))


def test_nobody_but_a_clerk_has_this_page() -> None:
    assert browser(make.handler()).get(HERE).status_code == 404
