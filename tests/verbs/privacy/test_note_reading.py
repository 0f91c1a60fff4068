"""Somebody opened very many cases within an hour: their supervisor sees it, without a word of a resident."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.journal.record import history
from yimen.privacy.looks import note_look
from yimen.privacy.models import ManyLooks
from yimen.privacy.reading import HOUR, KEPT, count_reading, forget_reading, unusual_reading

pytestmark = pytest.mark.django_db
NEXT = make.MONDAY + HOUR + timedelta(minutes=5)


def reads(cases: int, each: int = 1) -> None:
    for number in range(cases):
        for _ in range(each):
            note_look(subject=f"case:{number}", acting=make.handler(), purpose="handle", at=make.MONDAY)


@pytest.fixture(autouse=True)
def few(settings: Any) -> None:  # noqa: ANN401
    settings.YIMEN_MANY_LOOKS = 5


def test_many_cases_in_an_hour_stand_before_the_supervisors_above_once() -> None:
    reads(5)
    for _ in range(2):
        count_reading(NEXT)
    assert [(row.cases, row.role) for row in unusual_reading(make.supervisor("urban"))] == [(5, "handler")]
    assert len(unusual_reading(make.supervisor())) == len(unusual_reading(make.administrator())) == 1
    for nobody in (make.handler(), make.supervisor("housing"), make.clerk(), make.mediator()):
        assert unusual_reading(nobody) == []
    assert history("privacy:reading")[0].facts == {"posts": 1}


def test_one_case_read_often_is_no_many_and_neither_is_another_hour() -> None:
    reads(4, each=9)
    count_reading(NEXT)
    reads(5)
    count_reading(NEXT + HOUR)
    assert not ManyLooks.objects.exists()


def test_it_is_one_statement_when_nobody_reads_much(sql: Callable[..., Any]) -> None:
    reads(2)
    with sql(at_most=1):
        count_reading(NEXT)


def test_the_page_names_an_office_and_a_number_only() -> None:
    reads(5)
    count_reading(NEXT)
    page = text(browser(make.supervisor("urban")).get("/desk/reading/"))
    assert "5 cases" in page
    assert "Invented urban-handler" not in page
    assert "case:1" not in page
    assert browser(make.handler()).get("/desk/reading/").status_code == 403


def test_after_a_year_it_is_forgotten() -> None:
    """many_looks_once_per_hour."""
    reads(5)
    count_reading(NEXT)
    row = ManyLooks.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        ManyLooks.objects.create(hour=row.hour, post_id=row.post_id, office_id=row.office_id, cases=1)
    assert forget_reading(NEXT + KEPT) == 1
