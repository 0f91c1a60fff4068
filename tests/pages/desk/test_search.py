"""Search at the desk finds matters, not people; each case of which words are shown reads that it was looked at."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from time import process_time
from typing import Any

import pytest
from django.test import Client

from tests import make
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.kernel.clock import now
from yimen.kernel.receipts import shown
from yimen.privacy.looks import looks_of
from yimen.search.index import index_cases

pytestmark = pytest.mark.django_db


def indexed(**fields: Any) -> Case:  # noqa: ANN401 – any field of a submission
    case = make.case(**fields)
    index_cases([case.pk])
    return case


@pytest.fixture
def handler(client: Client) -> Client:
    make.town()
    return make.signed_in(client, make.handler())


@pytest.mark.parametrize(
    ("words", "asked", "marked"),
    [
        ("小学旁边的路灯坏了三天。", "路灯坏", "<mark>路灯坏</mark>"),
        ("The street lamp at the Café is dark", "cafe", "<mark>Café</mark>"),
        ("གླ་ཆ་ད་ལྟའང་སྤྲོད་མི་འདུག", "སྤྲོད་མི", "<mark>སྤྲོད་མི</mark>"),
        ("<b>lamp</b> & bridge", "bridge", "&lt;b&gt;lamp&lt;/b&gt; &amp; <mark>bridge</mark>"),
    ],
)
def test_a_hit_is_marked_in_its_own_words(handler: Client, words: str, asked: str, marked: str) -> None:
    case = indexed(words=words)
    page = handler.get("/desk/search/", {"words": asked}).content.decode()
    assert marked in page
    assert f"/desk/cases/{case.pk}/" in page


def test_each_case_shown_reads_that_it_was_looked_at(handler: Client) -> None:
    case, other = indexed(words="The lamp is dark"), indexed(words="The bench is broken")
    handler.get("/desk/search/", {"words": "lamp"})
    (look,) = looks_of(case.ref)
    assert (look.purpose, look.words) == ("search", "some of its words were shown among the hits of a search")
    assert not looks_of(other.ref)


@pytest.mark.parametrize("asked", ["13800000007", "138-0000 0007", "dolma@example.org", "51322119900307123X"])
def test_people_are_not_searched_for(handler: Client, asked: str) -> None:
    indexed(words=f"Call me: {asked}", tell=Way.SMS, phone="13800000007", email="dolma@example.org")
    page = handler.get("/desk/search/", {"words": asked}, headers={"Accept-Language": "en"}).content.decode()
    assert "Search finds matters, not people." in page
    assert "<mark>" not in page


def test_what_is_far_too_long_to_be_asked_for_is_not_even_read(handler: Client) -> None:
    """An address may have a hundred thousand signs."""
    began = process_time()
    asked = {"words": "1号" * 20_000}
    page = handler.get("/desk/search/", asked, headers={"Accept-Language": "en"})
    assert "Please search for fewer words." in page.content.decode()
    assert process_time() - began < 2


def test_another_offices_case_is_not_found(client: Client) -> None:
    indexed(words="The lamp is dark")
    browser = make.signed_in(client, make.handler("housing"))
    assert "<mark>" not in browser.get("/desk/search/", {"words": "lamp"}).content.decode()


def test_a_page_takes_as_many_statements_however_much_is_found(
    handler: Client, sql: Callable[..., AbstractContextManager[list[str]]]
) -> None:
    for number in range(25):
        indexed(words=f"The lamp {number} is dark")
    handler.get("/desk/search/", {"words": "lamp"})
    with sql(at_most=11):
        page = handler.get("/desk/search/", {"words": "lamp"}).content.decode()
    assert page.count("<mark>") == 20
    older = handler.get(
        page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&").join(["/desk/search/", ""])
    )
    assert older.content.decode().count("<mark>") == 5


def test_a_case_is_opened_by_the_receipt_that_somebody_gives(handler: Client) -> None:
    sent = make.receipt()
    answer = handler.post("/desk/search/receipt/", {"receipt": shown(sent.code)})
    assert (answer.status_code, answer["Location"]) == (302, f"/desk/cases/{sent.case.pk}/")


def test_a_receipt_of_another_offices_case_opens_nothing(client: Client) -> None:
    sent = make.receipt()
    browser = make.signed_in(client, make.handler("housing"))
    answer = browser.post("/desk/search/receipt/", {"receipt": shown(sent.code)}, headers={"Accept-Language": "en"})
    assert "cannot be opened from your post" in answer.content.decode()


def test_a_late_hit_looks_as_late_as_in_its_list(handler: Client) -> None:
    late, new = indexed(words="The lamp is dark"), indexed(words="The lamp was dark", at=now())
    page = handler.get("/desk/search/", {"words": "lamp"}).content.decode()
    assert [f'id="case-{case.pk}"' in page for case in (late, new)] == [True, True]
    assert page.count("y-state--late") == 1
