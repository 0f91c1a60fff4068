"""The administrator keeps the town's own days; open cases move with them."""

from datetime import date

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.deadlines.queries import local_days
from yimen.journal.reacting import react
from yimen.notifications.queries import letters_of
from yimen.reactions import REACTIONS

pytestmark = pytest.mark.django_db
PATH = "/desk/calendar/"
FESTIVAL = {"on": "2026-03-05", "works": "", "zh": "赛马节", "en": "Horse races"}


def test_the_administrator_marks_a_day_and_open_cases_move_with_a_letter() -> None:
    case = make.accepted_case(language="en")
    before = case.due_on
    assert browser(make.administrator()).post(PATH, FESTIVAL).status_code == 302
    assert [(d.on, d.works) for d in local_days()] == [(date(2026, 3, 5), False)]
    react(REACTIONS, make.LATER)
    moved = make.fresh(case)
    assert before
    assert moved.due_on
    assert moved.due_on > before
    letter = letters_of(case.ref)[-1]
    assert letter.code == "case-due-moved"
    assert "Horse races" in letter.body


def test_a_day_is_taken_back() -> None:
    client = browser(make.administrator())
    client.post(PATH, FESTIVAL)
    assert client.post(PATH, {"clear": "2026-03-05"}).status_code == 302
    assert local_days() == []
    assert "no day of its own" in text(client.post(PATH, {"clear": "2026-03-05"}))


def test_what_is_wrong_is_said_and_what_was_typed_stays() -> None:
    response = browser(make.administrator()).post(PATH, {"on": "2026-03-05", "zh": "", "en": ""})
    assert "what this day is called" in text(response)
    assert "2026-03-05" in text(response)


def test_a_handler_reads_the_days_and_may_not_change_them() -> None:
    client = browser(make.handler())
    response = client.post(PATH, FESTIVAL)
    assert response.status_code == 403
    assert local_days() == []
    assert "Only the administrator" in text(response)


def test_it_takes_few_statements(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    client = browser(make.administrator())
    client.get(PATH)
    with sql(at_most=6):
        client.get(PATH)
