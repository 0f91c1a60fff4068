"""The knowledge base as everybody reads it."""

import re

import pytest

from tests import make
from tests.pages.public.visiting import browser, text
from tests.verbs.knowledge.texts import draft, published, written
from yimen.knowledge.rules import Use
from yimen.knowledge.verbs import change_text, retire_text

pytestmark = pytest.mark.django_db
PATH = "/answers/"
SNOW = {"zh-hans": {"title": "积雪谁来清？", "body": "城管清主路。"}, "en": {"title": "Snow", "body": "We plough."}}
#: As much as a page may weigh, uncompressed.
HEAVIEST = 50_000
ENTRY = re.compile(r'href="(/answers/\d+/)"')


def test_entries_stand_below_what_they_are_about_and_drafts_do_not() -> None:
    entry = published(Use.ENTRY)
    written(Use.ENTRY, {"en": {"title": "Still a draft", "body": "Not yet."}})
    published(Use.ANSWER)
    page = text(browser().get(PATH))
    assert "Street lighting" in page
    assert f"{PATH}{entry.pk}/" in page
    assert "Still a draft" not in page
    assert "Lamp on its way" not in page


def test_an_entry_has_its_own_address_in_each_language_that_it_speaks() -> None:
    entry = published(Use.ENTRY, SNOW)
    assert "城管清主路。" in text(browser().get(f"{PATH}{entry.pk}/?lang=zh-hans"))
    assert "We plough." in text(browser().get(f"{PATH}{entry.pk}/?lang=en"))
    tibetan = text(browser().get(f"{PATH}{entry.pk}/?lang=bo"))
    assert '<h1 class="govuk-heading-l" lang="zh-hans">积雪谁来清？</h1>' in tibetan


def test_somebody_finds_an_entry_by_their_own_words() -> None:
    published(Use.ENTRY)
    snow = published(Use.ENTRY, SNOW)
    page = text(browser().get(PATH, {"q": "门口积雪没人清"}))
    assert f"{PATH}{snow.pk}/" in page
    assert "Who mends lamps?" not in page
    nothing = text(browser().get(PATH, {"q": "<script>pension"}))
    assert "We found no answer to this" in nothing
    assert "<script>pension" not in nothing


def test_a_new_version_is_read_only_when_it_is_published() -> None:
    entry = published(Use.ENTRY)
    change_text(by=make.OPERATOR, text=entry, draft=draft(SNOW), at=make.LATER)
    assert "Urban management does." in text(browser().get(f"{PATH}{entry.pk}/"))


def test_a_retired_entry_says_so_and_an_unknown_one_is_not_there() -> None:
    entry = published(Use.ENTRY)
    retire_text(by=make.OPERATOR, text=entry, at=make.LATER)
    gone = browser().get(f"{PATH}{entry.pk}/")
    assert gone.status_code == 410
    assert "no longer holds" in text(gone)
    assert browser().get(f"{PATH}{entry.pk + 1}/").status_code == 404


def test_the_list_is_paged_and_light_and_asks_the_database_once(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    make.town()
    for number in range(33):
        published(Use.ENTRY, {"zh-hans": {"title": f"问题{number}", "body": "答" * 4000}})
    browser().get(PATH)
    with sql(at_most=1):
        page = browser().get(PATH)
    assert len(page.content) < HEAVIEST
    assert len(ENTRY.findall(text(page))) == 30
    following = text(page).split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert len(ENTRY.findall(text(browser().get(PATH + following)))) == 3
    assert browser().get(PATH, {"after": "nonsense", "about": "nothing"}).status_code == 200
    assert len(browser().get(ENTRY.findall(text(page))[0]).content) < HEAVIEST
