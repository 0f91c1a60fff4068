"""A centre as residents meet it: its page, the tablet, the waiting screen, one's own number."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.conf import settings
from django.test import Client

from tests import make, make_visits
from tests.pages.public.visiting import browser, text
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce
from yimen.visits.models import Ticket
from yimen.visits.queries import tablet_key
from yimen.visits.verbs import miss_ticket

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
CENTRE, SCREEN = "/centre/KS-one-door/", "/centre/KS-one-door/screen/"
NONCE = re.compile(r'name="nonce" value="([^"]+)"')


@pytest.fixture(autouse=True)
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    make.town()
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)


def tablet() -> str:
    return f"{CENTRE}tablet/{tablet_key('KS-one-door')}/"


def by_telephone(client: Client) -> str:
    """Take a number from the centre's page; the address of its own page."""
    nonce = NONCE.findall(text(client.get(CENTRE)))[0]
    return str(client.post(CENTRE, {"nonce": nonce, "letter": "A"}).headers["Location"])


def test_a_number_by_telephone_has_a_page_of_its_own_that_says_how_many_are_before() -> None:
    client = browser()
    by_telephone(client)
    page = text(client.get(by_telephone(client)))
    assert "A002" in page
    assert "Before you: 1" in page
    assert "A 0 0 2" in page
    assert 'http-equiv="refresh" content="20"' in page
    assert client.cookies.keys() == set()


def test_it_says_where_to_go_when_it_is_called_and_when_it_was_missed() -> None:
    client = browser()
    address = by_telephone(client)
    assert "You are next." in text(client.get(address))
    ticket = make_visits.called(3)
    assert "It is your turn: counter 3" in text(client.get(address))
    miss_ticket(by=make.clerk(), ticket=ticket, town=make.town(), at=make.MONDAY)
    assert "you need not wait anew" in text(client.get(address))


def test_asked_every_few_seconds_it_answers_with_a_part_or_with_nothing_new(sql: Sql) -> None:
    client = browser()
    address = by_telephone(client)
    mark = re.findall(r'hx-get="\?now=([^"]+)"', text(client.get(address)))[0]
    with sql(at_most=3):
        same = client.get(f"{address}?now={mark}")
    assert (same.status_code, same.content) == (204, b"")
    make_visits.called()
    changed = text(client.get(f"{address}?now={mark}"))
    assert "<html" not in changed
    assert "counter 1" in changed


def test_it_is_given_back_with_one_press_and_a_second_press_says_so() -> None:
    client = browser()
    address = by_telephone(client)
    assert client.post(address).status_code == 302
    page = text(client.get(address))
    assert "You have given this number back." in page
    assert "I no longer need this number" not in page
    assert "was given back" in text(client.post(address))


@pytest.mark.parametrize(
    "address", ["/ticket/x/", "/ticket/" + "0" * 32 + "/", "/centre/x/", "/centre/KS-urban/", "/centre/x/screen/"]
)
def test_what_is_not_there_is_not_there(address: str) -> None:
    assert browser().get(address).status_code == 404


def test_the_centres_page_says_why_there_are_no_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY.replace(hour=22))
    client = browser()
    page = text(client.get(CENTRE))
    assert "This centre is closed for today" in page
    assert 'name="letter"' not in page
    refused = text(client.post(CENTRE, {"nonce": new_nonce(), "letter": "A"}))
    assert "This centre is closed for today" in refused
    assert Ticket.objects.count() == 0


@pytest.mark.parametrize("form", [{}, {"letter": "A"}, {"letter": "A", "nonce": "x"}, {"letter": "ABC", "nonce": "y"}])
def test_a_damaged_form_gives_no_number_and_a_whole_one(form: dict[str, str]) -> None:
    page = text(browser().post(CENTRE, form))
    assert NONCE.findall(page)
    assert "This form was damaged on the way" in page
    assert Ticket.objects.count() == 0
    if "letter" in form:
        assert "This form was damaged on the way" in text(browser().post(tablet(), {"language": "en"} | form))


def test_another_site_cannot_take_numbers() -> None:
    form = {"nonce": new_nonce(), "letter": "A"}
    assert browser().post(CENTRE, form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert Ticket.objects.count() == 0


def test_the_tablet_asks_for_the_language_and_the_errand_and_remembers_nobody() -> None:
    client = browser()
    start = client.get(tablet())
    assert start.headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert all(name in text(start) for _code, name in settings.LANGUAGES)
    errands = text(client.post(tablet(), {"language": "bo"}))
    assert '<html lang="bo">' in errands
    form = {"language": "bo", "nonce": NONCE.findall(errands)[0], "letter": "A"}
    number = client.post(tablet(), form)
    assert "A001" in text(number)
    assert "no-store" in number.headers["Cache-Control"]
    assert client.cookies.keys() == set()
    assert Ticket.objects.get().language == "bo"
    assert "A001" in text(client.post(tablet(), form)), "the same form again is the same number"
    assert '<html lang="en">' in text(client.get(tablet())), "the next person begins anew"


def test_no_link_leads_away_from_tablet_and_screen() -> None:
    client = browser()
    pages = [client.get(tablet()), client.post(tablet(), {"language": "en"}), client.get(SCREEN)]
    for page in pages:
        links = re.findall(r'<a [^>]*href="([^"]+)"', text(page))
        assert set(links) <= {"#main", tablet()}


def test_only_the_centres_own_tablets_have_the_tablets_page() -> None:
    for key in ("x", "0" * 20, tablet_key("KS01-one-door")):
        assert browser().get(f"{CENTRE}tablet/{key}/").status_code == 404


def test_the_screen_shows_numbers_and_counters_in_every_language_and_nothing_else() -> None:
    for _ in range(3):
        make_visits.taken()
    make_visits.called(2)
    page = text(browser().get(SCREEN))
    assert "A001" in page
    assert "A 0 0 1, please come to counter 2." in page
    assert page.index("A001") < page.index("A002") < page.index("A003")
    assert all(f'lang="{code}"' in page for code, _name in settings.LANGUAGES)
    assert 'aria-live="polite"' in page


def test_a_screen_that_shows_this_already_is_sent_nothing(sql: Sql) -> None:
    client = browser()
    mark = re.findall(r'hx-get="\?seen=([^"]+)"', text(client.get(SCREEN)))[0]
    with sql(at_most=3):
        assert client.get(f"{SCREEN}?seen={mark}").status_code == 204
    for _ in range(20):
        make_visits.taken()
    with sql(at_most=3):
        part = text(client.get(f"{SCREEN}?seen={mark}"))
    assert "<html" not in part
    assert "20 waiting" in part
