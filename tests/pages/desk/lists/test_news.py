"""Live refresh: a page that is open learns what is new, without a row moving, in a constant number of statements."""

import html
import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.cases.verbs import accept_case, hand_over_case
from yimen.privacy.models import Look

pytestmark = pytest.mark.django_db


def address(page: str) -> str:
    """Where the page asks for news."""
    found = re.search(r'data-news="([^"]+)"', page)
    assert found
    return html.unescape(found[1])


def line(page: str) -> str:
    """What stands above the list."""
    found = re.search(r"<p>(.*?) ·", page[page.index("data-news") :])
    return found[1] if found else ""


def opened(query: str = "", client: Client | None = None) -> tuple[Client, str]:
    client = client or browser(make.handler())
    page = text(client.get(f"/desk/{query}"))
    assert line(page.partition("</section>")[0]) == ""
    return client, address(page)


def test_nothing_new_is_no_answer_at_all() -> None:
    make.case()
    client, news = opened()
    for _ in range(2):
        answer = client.get(news)
        assert (answer.status_code, answer.content) == (204, b"")


def test_what_came_is_counted_and_said_once_and_the_counts_follow() -> None:
    make.case()
    client, news = opened()
    for _ in range(3):
        make.case()
    page = text(client.get(news))
    assert line(page) == "3 new"
    assert 'href="/desk/?list=mine"' in page
    assert re.search(r'id="count-mine"[^>]*hx-swap-oob="true"[^>]*>4<', " ".join(page.split()))
    assert client.get(address(page)).status_code == 204  # it has been told
    make.case()
    assert line(text(client.get(address(page)))) == "4 new"  # since the page was shown


def test_what_changed_or_went_is_said_without_a_number() -> None:
    case, going = make.case(), make.case()
    client, news = opened()
    accept_case(by=make.handler(), case=case, at=make.LATER)
    assert line(text(client.get(news))) == "The list has changed."
    client, news = opened()
    hand_over_case(by=make.handler(), case=going, to_office="KS-housing", reason="A house.", at=make.LATER)
    assert line(text(client.get(news))) == "The list has changed."


def test_in_a_list_of_which_not_all_is_counted_what_stands_above_is_new() -> None:
    make.case()
    client, news = opened("?list=all&state=received")
    make.case(at=make.LATER)
    assert line(text(client.get(news))) == "1 new"


def test_another_list_that_grows_moves_its_count_alone() -> None:
    client, news = opened("?list=returned")
    make.case()
    page = text(client.get(news))
    assert line(page) == ""
    assert 'id="count-mine"' in page


def test_nobody_learns_of_another_offices_cases_nor_of_accusations() -> None:
    client, news = opened()
    make.case(accused_office="KS-urban")
    hand_over_case(by=make.handler("urban"), case=make.case(), to_office="KS-housing", reason="x", at=make.LATER)
    assert client.get(news).status_code == 204


@pytest.mark.parametrize(
    "query", ["", "?rows=x.1-2.%00&count=many&told=%ff", "?list=none&after=x&rows=" + "1-1." * 900]
)
def test_what_makes_no_sense_is_answered_plainly(query: str) -> None:
    make.case()
    assert browser(make.handler()).get(f"/desk/news/{query}").status_code in {200, 204}


def test_posts_without_cases_hear_nothing_and_strangers_sign_in() -> None:
    assert browser(make.administrator()).get("/desk/news/").status_code == 204
    assert Client().get("/desk/news/").status_code == 302


Sql = Callable[..., AbstractContextManager[list[str]]]


@pytest.mark.parametrize("many", [1, 30])
def test_asking_costs_six_statements_and_is_no_look(sql: Sql, many: int) -> None:
    for _ in range(many):
        make.case()
    client, news = opened()
    client.get(news)
    make.case()
    with sql(at_most=6):
        client.get(news)
    assert not Look.objects.exists()
