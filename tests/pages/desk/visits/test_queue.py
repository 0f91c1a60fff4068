"""The queue at the desk: one button for the next, and what else can become of a number."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from tests import make, make_visits
from tests.pages.desk.browsing import browser, text
from yimen.kernel import clock
from yimen.visits.models import Ticket

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
QUEUE, FIGURES = "/desk/queue/", "/desk/queue/figures/"


@pytest.fixture(autouse=True)
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)


def press(client: Client, do: str, **fields: object) -> str:
    """Press a button as it stands on the page now; the page that follows."""
    page = text(client.get(QUEUE))
    hidden = dict(re.findall(r'<input type="hidden" name="(seen|ticket|nonce)" value="([^"]*)"', page)[:2])
    return text(client.post(QUEUE, {**hidden, "do": do, **fields}, follow=True))


def test_the_clerk_calls_misses_calls_back_sends_on_and_finishes() -> None:
    client = browser(make.clerk())
    for _ in range(2):
        make_visits.taken()
    assert "2 numbers wait" in text(client.get(QUEUE))
    assert "<strong>A001</strong>" in press(client, "next")
    press(client, "again")
    assert "Called, and nobody came" in press(client, "miss")
    missed = Ticket.objects.get(state="missed")
    assert missed.calls == 2
    press(client, "again", ticket=missed.pk)
    press(client, "send_on", to="3")
    assert Ticket.objects.get(pk=missed.pk).only_counter == 3
    client.get(f"{QUEUE}?counter=3")
    press(client, "next")
    press(client, "finish")
    assert Ticket.objects.get(pk=missed.pk).state == "done"


def test_the_counter_one_sits_at_is_remembered() -> None:
    client = browser(make.clerk())
    client.get(f"{QUEUE}?counter=2")
    assert "At counter 2" in text(client.get(QUEUE))
    assert "At counter 2" in text(client.get(f"{QUEUE}?counter=77"))


def test_a_stale_page_is_told_so_and_calls_nobody() -> None:
    client = browser(make.clerk())
    make_visits.taken()
    make_visits.taken()
    make_visits.called(1)
    stale = {"do": "next", "seen": "0"}
    assert "Somebody has just changed this" in text(client.post(QUEUE, stale, follow=True))
    for damaged in ({}, {"do": "x"}, {"do": "miss"}, {"do": "miss", "ticket": "99999"}, {"do": "next", "seen": "x"}):
        assert "Somebody has just changed this" in text(client.post(QUEUE, damaged, follow=True))
    assert Ticket.objects.filter(state="waiting").count() == 1


def test_nobody_to_call_is_said_in_words() -> None:
    assert "Nobody is waiting for this counter now." in press(browser(make.clerk()), "next")


def test_a_clerk_gives_a_number_to_whoever_has_no_telephone() -> None:
    assert "Number given: A001" in press(browser(make.clerk()), "give", letter="A", language="bo")
    assert Ticket.objects.get().language == "bo"


def test_a_clerk_reaches_no_number_of_another_centre() -> None:
    make_visits.taken()
    ticket = make_visits.called(1)
    client = browser(make.posted("one-door-1-clerk"))
    assert "A001" not in text(client.get(QUEUE))
    client.post(QUEUE, {"do": "finish", "ticket": ticket.pk})
    assert Ticket.objects.get().state == "called"


def test_the_page_costs_the_same_however_many_wait_and_nothing_while_nothing_changes(sql: Sql) -> None:
    client = browser(make.clerk())
    for _ in range(60):
        make_visits.taken()
    client.get(QUEUE)
    with sql(at_most=11):
        page = text(client.get(QUEUE))
    mark = re.findall(r'hx-get="\?now=([^"]+)"', page)[0]
    assert client.get(f"{QUEUE}?now={mark}").status_code == 204
    make_visits.called(2)
    part = text(client.get(f"{QUEUE}?now={mark}"))
    assert "<html" not in part
    assert "At the other counters" in part


def test_figures_are_read_at_the_centre_and_above_it_and_nowhere_else() -> None:
    make_visits.taken()
    make_visits.called(1)
    for by in (make.clerk(), make.supervisor("one-door"), make.supervisor()):
        page = text(browser(by).get(f"{FIGURES}?centre=KS-one-door"))
        assert "Numbers given" in page
    for by in (make.posted("one-door-1-clerk"), make.handler(), make.administrator(), make.supervisor("urban")):
        assert browser(by).get(f"{FIGURES}?centre=KS-one-door").status_code == 404
    assert browser(make.handler()).get(QUEUE).status_code == 404
