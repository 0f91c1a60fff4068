"""How offices keep their dates, for everybody to read."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client

from tests import make
from yimen.supervision.reacting import climb

pytestmark = pytest.mark.django_db
LATE = make.MONDAY.replace(hour=6) + timedelta(days=28)
Sql = Callable[..., AbstractContextManager[list[str]]]


def page() -> str:
    return Client(headers={"Accept-Language": "en"}).get("/offices/dates/").content.decode()


def test_it_says_so_when_there_is_nothing() -> None:
    assert "There are no numbers yet" in page()
    make.accepted_case()
    climb(make.MONDAY)
    assert "no office had a case that is long overdue" in page()


def test_it_names_offices_and_hides_small_numbers(sql: Sql) -> None:
    for _ in range(11):
        make.accepted_case(place_words="at the old bridge")
    for _ in range(3):
        make.open_case()
    climb(LATE)
    with sql(at_most=5):
        shown = page()
    assert "Urban office" in shown
    assert '<td class="y-number">10</td>' in shown
    assert "old bridge" not in shown
    assert "fewer than 10" in shown
