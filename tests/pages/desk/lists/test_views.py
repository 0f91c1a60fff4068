"""Saved lists: saved from the list, seen at the side with their counts, renamed, removed."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, opened, text
from yimen.cases.models import View
from yimen.desk.side import _lines
from yimen.kernel.models import new_edition

pytestmark = pytest.mark.django_db
LAMPS = "list=due&category=urban.lighting"


def side(page: str) -> dict[str, tuple[str, bool]]:
    """The lines at the side: what stands there, how many are in it, and whether one is there."""
    lists = page[page.index('class="y-lists"') : page.index('<main class="y-main"')]
    lines = re.findall(r'<a href="[^"]*"([^>]*)>([^<]*?)\s*<span[^>]*>([^<]*)<', lists)
    return {words: (count, "aria-current" in here) for here, words, count in lines}


def kept(client: Client, called: str = "My lamps", asked: str = LAMPS) -> None:
    assert client.post("/desk/views/", {"keep": asked, "called": called}).status_code == 302


def test_a_narrowed_list_is_saved_under_a_name_and_stands_at_the_side_of_lists_and_cases() -> None:
    case, _ = make.case(), make.case(category="urban.pavement")
    client = opened(make.handler(), case.pk)
    page = text(client.get(f"/desk/?{LAMPS}"))
    assert f'name="keep" value="{LAMPS.replace("&", "&amp;")}"' in page
    assert side(page)["All open, by date"] == ("2", True)
    answer = client.post("/desk/views/", {"keep": LAMPS, "called": "My lamps"})
    assert answer["Location"] == f"/desk/?{LAMPS}"
    page = text(client.get(answer["Location"]))
    assert "The list is saved." in page
    assert side(page)["My lamps"] == ("1", True)
    assert side(page)["All open, by date"] == ("2", False)
    assert side(text(client.get(f"/desk/cases/{case.pk}/")))["My lamps"] == ("1", True)  # one came from there


def test_a_refusal_says_why_and_what_was_typed_stays() -> None:
    client = browser(make.handler())
    kept(client)
    page = text(client.post("/desk/views/", {"keep": "list=all&state=closed", "called": "My lamps"}))
    assert "You have a saved list of this name already." in page
    assert 'value="list=all&amp;state=closed"' in page
    page = text(client.post("/desk/views/", {"keep": LAMPS, "called": "x" * 41}))
    assert "x" * 41 in page
    assert View.objects.count() == 1


def test_it_is_renamed_and_removed() -> None:
    client = browser(make.handler())
    kept(client)
    pk = View.objects.get().pk
    page = text(client.post("/desk/views/", {"rename": pk, "called": "Lamps in Nawu"}, follow=True))
    assert "The list has its new name." in page
    assert "Lamps in Nawu" in side(page)
    page = text(client.post("/desk/views/", {"remove": pk}, follow=True))
    assert "The list is removed." in page
    assert "You have saved no list yet." in page
    page = text(client.post("/desk/views/", {"remove": pk}, follow=True))
    assert "This saved list is no longer there." in page


def test_nobody_finds_or_removes_somebody_elses() -> None:
    kept(browser(make.handler()))
    other = browser(make.clerk())
    assert "My lamps" not in text(other.get("/desk/views/"))
    other.post("/desk/views/", {"remove": View.objects.get().pk})
    assert View.objects.exists()


def test_what_makes_no_sense_does_nothing() -> None:
    client = browser(make.handler())
    for typed in ({}, {"called": "x"}, {"rename": "x", "called": "y"}, {"remove": "-1"}, {"remove": "9" * 30}):
        assert client.post("/desk/views/", typed).status_code == 200
    kept(client, asked="%00=%ff&place=a%20b")
    assert View.objects.get().asked == ""


Sql = Callable[..., AbstractContextManager[list[str]]]


def test_twelve_saved_lists_cost_no_statement(sql: Sql) -> None:
    case = make.case()
    client = opened(make.handler(), case.pk)
    for number in range(12):
        kept(client, f"List {number}")
    for address in ("/desk/", f"/desk/cases/{case.pk}/"):
        client.get(address)
        View.objects.all().delete()  # kept in memory until an edition says otherwise: so this is not seen
        with sql() as statements:
            assert "List 7" in side(text(client.get(address)))
        assert not [one for one in statements if "cases_view" in one]


def test_the_question_behind_the_counts_is_written_anew_only_when_something_changed_about_the_town() -> None:
    """It is kept, since writing it takes a quarter of a page's time; its answer is not kept."""
    make.case()
    client = browser(make.handler())
    assert side(text(client.get("/desk/?list=due")))["All open, by date"] == ("1", True)
    before = _lines.cache_info().misses
    make.case()
    assert side(text(client.get("/desk/?list=due")))["All open, by date"] == ("2", True)
    assert _lines.cache_info().misses == before
    new_edition("calendar")
    client.get("/desk/?list=due")
    assert _lines.cache_info().misses == before + 1
