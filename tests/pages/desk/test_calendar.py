"""The administrator keeps the town's own days; open cases move with them."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.deadlines import previewing
from yimen.deadlines.queries import local_days
from yimen.journal.reacting import react
from yimen.kernel.languages import day_in
from yimen.notifications.queries import letters_of
from yimen.reactions import REACTIONS

pytestmark = pytest.mark.django_db
PATH = "/desk/calendar/"
FESTIVAL = {"on": "2026-03-05", "works": "", "zh": "赛马节", "en": "Horse races"}


def press(client: Client, form: dict[str, str]) -> Any:  # noqa: ANN401 – the test client's own type
    """See what it would do, then do it."""
    seen = text(client.post(PATH, form))
    mark = re.search(r'name="previewed" value="(\w+)"', seen)
    return client.post(PATH, form | {"do": "1", "previewed": mark[1] if mark else ""})


def test_what_would_move_is_shown_before_and_nothing_is_written() -> None:
    cases = [make.accepted_case() for _ in range(3)]
    client = browser(make.administrator())
    seen = text(client.post(PATH, FESTIVAL))
    assert "3 dates would move" in seen
    assert cases[0].due_on
    assert f">{day_in(cases[0].due_on, 'en')}</td>" in seen
    assert local_days() == []
    assert client.post(PATH, FESTIVAL | {"do": "1", "previewed": "other"}).status_code == 200
    assert local_days() == []
    press(client, FESTIVAL)
    make.moved_dates()
    assert "3 dates would move" in text(client.post(PATH, {"clear": "2026-03-05"}))


def test_a_day_that_moves_nothing_says_so() -> None:
    make.accepted_case()
    assert "No date would move." in text(browser(make.administrator()).post(PATH, FESTIVAL | {"on": "2026-12-01"}))


def test_a_preview_looks_at_so_many_and_says_so(monkeypatch: pytest.MonkeyPatch, sql: Any) -> None:  # noqa: ANN401
    monkeypatch.setattr(previewing, "MOST", 2)
    for _ in range(3):
        make.accepted_case()
    client = browser(make.administrator())
    client.get(PATH)
    with sql(at_most=11):
        seen = text(client.post(PATH, FESTIVAL))
    assert "2 dates would move" in seen
    assert "Only the first 2 were looked at" in seen


def test_how_far_the_counting_has_come_is_said() -> None:
    make.accepted_case()
    client = browser(make.administrator())
    press(client, FESTIVAL)
    react(REACTIONS, make.LATER)
    assert "being counted again: 0 are done" in text(client.get(PATH))
    make.moved_dates()
    assert "being counted again: 0" not in text(client.get(PATH))


def test_the_administrator_marks_a_day_and_open_cases_move_with_a_letter() -> None:
    case = make.accepted_case(language="en")
    before = case.due_on
    assert press(browser(make.administrator()), FESTIVAL).status_code == 302
    assert [(d.on, d.works) for d in local_days()] == [(date(2026, 3, 5), False)]
    make.moved_dates()
    moved = make.fresh(case)
    assert before
    assert moved.due_on
    assert moved.due_on > before
    letter = letters_of(case.ref)[-1]
    assert letter.code == "case-due-moved"
    assert "Horse races" in letter.body


def test_a_day_is_taken_back() -> None:
    client = browser(make.administrator())
    press(client, FESTIVAL)
    assert press(client, {"clear": "2026-03-05"}).status_code == 302
    assert local_days() == []
    assert "no day of its own" in text(press(client, {"clear": "2026-03-05"}))


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
    with sql(at_most=7):
        client.get(PATH)
