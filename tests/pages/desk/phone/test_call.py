"""The call-taker's screen: the counter's form and verb, a clock, answers, where a case stands, who to call back."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.make_calls import NUMBER, rings
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.visits.test_taking_in import WORDS, filled
from yimen.calls.figures import months_of
from yimen.calls.models import Wish
from yimen.cases.models import Case
from yimen.desk import acting
from yimen.journal.models import Entry
from yimen.kernel.receipts import new_nonce, receipt_from, shown
from yimen.kernel.seal import derived_key
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
HERE = "/desk/phone/"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 – a list of one moment that tests move
    """The moment that pages read."""
    moment = [make.MONDAY]
    monkeypatch.setattr(acting.clock, "now", lambda: moment[0])
    return moment


def does(client: Client, what: str, **fields: str) -> Any:  # noqa: ANN401 – the test client's own type
    """One press beside the form."""
    return client.post(HERE, filled(**fields) | {"do": what})


def test_a_call_becomes_a_case_by_the_form_and_the_verb_of_the_counter() -> None:
    client = browser(make.clerk())
    assert '<option value="phone" selected' in text(client.get(HERE))
    form = filled(channel="phone")
    back = text(client.post(HERE, form | {"read": "1", "q": "pension", "line": "201", "receipt": "x", "back": "139"}))
    assert "Read this to the resident" in back
    carried = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', back))
    assert {name: carried[name] for name in form} == form
    assert {"line", "receipt", "back", "do"} & set(carried) == set()
    receipt = text(client.post(HERE, form | {"right": "1"}))
    assert Case.objects.get().channel == "phone"
    assert "Read the receipt out, group by group" in receipt
    signs = re.findall(r'<b lang="en">(.)</b>', receipt)
    assert len(signs) == 15
    assert "".join(signs[:5]) in re.sub(r"\s|<[^>]*>", "", receipt)
    assert "The call is over" in receipt


def test_whatever_is_pressed_beside_the_form_nothing_typed_is_lost() -> None:
    client = browser(make.clerk())
    for what in ("begin", "line", "ask", "standing", "wish", "over"):
        page = text(does(client, what, needs="interpreter", phone="", about_office="KS-housing"))
        assert f">{WORDS}</textarea>" in page.replace("\n", ""), what
        assert 'value="street light"' in page, what
        assert 'value="KS-housing"' in page, what
        assert re.search(r'value="interpreter"[^>]*checked', page), what
    assert Case.objects.count() == Wish.objects.count() == 0


def test_the_clock_is_started_by_a_key_and_leaves_a_figure_only(at: list[Any]) -> None:
    client = browser(make.clerk())
    does(client, "begin")
    at[0] += timedelta(minutes=3)
    does(client, "begin")  # once more begins nothing anew
    at[0] += timedelta(minutes=1)
    assert "4 minutes" in text(client.get(HERE))
    over = client.post(HERE, {"do": "over"}, follow=True)
    assert "The call took 4 minutes." in text(over)
    assert [(m.calls, m.minutes) for m in months_of(make.clerk().office_id)] == [(1, 4)]
    assert "No call" in text(over)
    assert "The call took" not in text(client.post(HERE, {"do": "over"}, follow=True)), "there was no other one"
    assert not Entry.objects.filter(code__startswith="call").exists()
    assert "<td>4</td>" in text(client.get("/desk/phone/figures/"))


def test_the_exchange_starts_and_ends_the_clock_of_this_desks_telephone(at: list[Any]) -> None:
    client = browser(make.clerk())
    does(client, "line", line="201")
    rings("ringing", call="other", line="202")
    assert "It rings" not in text(client.get("/desk/phone/clock/"))
    rings("ringing")
    assert "It rings" in text(client.get("/desk/phone/clock/"))
    rings("answered", at=make.MONDAY + timedelta(minutes=1))
    at[0] += timedelta(minutes=3)
    assert "2 minutes" in text(client.get("/desk/phone/clock/"))
    rings("ended", at=make.MONDAY + timedelta(minutes=6))
    at[0] += timedelta(minutes=30)
    assert "5 minutes" in text(client.get("/desk/phone/clock/"))
    assert "The call took 5 minutes." in text(client.post(HERE, {"do": "over"}, follow=True))
    assert "No call" in text(client.get("/desk/phone/clock/"))


def test_answers_are_looked_up_while_somebody_talks() -> None:
    make.town()
    page = text(does(browser(make.clerk()), "ask", q="how do I get a pension"))
    assert 'id="found"' in page
    assert "No answer fits." in page or 'class="y-answer"' in page


def test_where_a_case_stands_is_said_to_whoever_has_its_receipt_and_they_see_that() -> None:
    made = make.receipt(words="zqwords of a resident")
    make.answered(made.case, at=make.MONDAY)
    page = text(does(browser(make.clerk()), "standing", receipt=shown(made.code)))
    assert "Answered" in page
    assert "zqwords" not in page
    assert made.code not in page
    assert [(look.purpose, look.office_id) for look in looks_of(made.case.ref)] == [
        ("standing", make.clerk().office_id)
    ]
    wrong = text(does(browser(make.clerk()), "standing", receipt="nonsense"))
    assert "one of them seems mistyped" in wrong


def test_of_a_case_about_their_own_office_a_clerk_does_not_even_learn_that_it_exists() -> None:
    """A receipt that nobody has gets the same answer."""
    made = make.receipt(accused_office="KS-one-door")
    nobodys = receipt_from(new_nonce(), derived_key("nobody"))
    for code in (made.code, nobodys):
        page = text(does(browser(make.clerk()), "standing", receipt=code))
        assert "Nothing can be said here about this receipt." in page
    assert list(looks_of(made.case.ref)) == []


def test_wrong_receipts_are_counted_and_slowed_down() -> None:
    client = browser(make.clerk())
    code = make.receipt().code
    make.fresh(Case.objects.get()).delete()
    answers = [does(client, "standing", receipt=code).status_code for _ in range(21)]
    assert answers[-1] == 429


def test_whoever_asks_is_called_back(at: list[Any]) -> None:
    client = browser(make.clerk())
    missing = text(does(client, "wish", back=" "))
    assert "Please write down the number" in missing
    does(client, "wish", back=NUMBER)
    listed = text(client.get("/desk/phone/call-backs/"))
    assert "tried 0 of 3 times" in listed
    assert NUMBER not in listed
    one = f"/desk/phone/call-backs/{Wish.objects.get().pk}/"
    assert NUMBER not in text(client.get(one))
    opened = text(client.post(one))
    assert NUMBER in opened
    assert WORDS in opened
    client.post(one, {"outcome": "not_reached", "version": "1"})
    for old in ("1", "²"):
        assert "Somebody has just changed this" in text(client.post(one, {"outcome": "answered", "version": old}))
    assert "Not reached" in text(client.get(one))
    client.post(one, {"outcome": "answered", "version": "2"})
    assert client.get(one).status_code == 404
    assert Wish.objects.get().phone == ""
    at[0] = make.MONDAY - timedelta(days=1)


@pytest.mark.parametrize(
    "where", [HERE, f"{HERE}clock/", f"{HERE}call-backs/", f"{HERE}call-backs/1/", f"{HERE}figures/"]
)
def test_nobody_but_a_clerk_has_these_pages(where: str) -> None:
    for by in (make.handler(), make.supervisor(), make.administrator()):
        assert browser(by).get(where).status_code == 404
        assert browser(by).post(where, {"do": "begin"}).status_code == 404


def test_how_much_the_pages_ask(sql: Any) -> None:  # noqa: ANN401 – the fixture's own type
    client = browser(make.clerk())
    client.get(HERE)
    does(client, "line", line="201")
    with sql(at_most=9):
        client.get(HERE)
    with sql(at_most=6):
        client.get("/desk/phone/clock/")
    with sql(at_most=9):
        client.get("/desk/phone/call-backs/")
