"""Bad input to "Tell us": each gives a sentence, keeps the words, and makes no case."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from tests import make
from tests.pages.public.visiting import browser, code_on, filled, text
from yimen.cases.models import Case
from yimen.cases.rules import LONGEST_WORDS
from yimen.kernel.receipts import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town(request: pytest.FixtureRequest) -> None:
    if "transactional_db" not in request.fixturenames:
        request.getfixturevalue("db")
    make.town()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": "  "}, "Please fill this in."),
        ({"words": "ö" * (LONGEST_WORDS + 1)}, "8000"),
        ({"words": "A lamp\ufffd\ufffd"}, "Some letters were lost"),
        ({"words": "A lamp\x00"}, "Please look at this again"),
        ({"kind": "report-a-person"}, "Please look at this again"),
        ({"category": "no.such"}, "Please look at this again"),
        ({"place": "KS99"}, "Please look at this again"),
        ({"point": "here"}, "two numbers"),
        ({"point": "102.9"}, "two numbers"),
        ({"point": "nan, nan"}, "outside the town"),
        ({"point": "1e400, 34.9"}, "outside the town"),
        ({"point": "34.905, 102.905"}, "outside the town"),
        ({"tell": "email"}, "address or number"),
        ({"tell": "email", "email": "nobody"}, "Please look at this again"),
        ({"tell": "sms"}, "address or number"),
        ({"tell": "pigeon"}, "Please look at this again"),
        ({"language": "xx"}, "Please look at this again"),
        ({"about_office": "KS-nowhere"}, "Please look at this again"),
        ({"nonce": ""}, "damaged on the way"),
        ({"nonce": "short"}, "damaged on the way"),
        ({"nonce": "x" * 65}, "damaged on the way"),
        ({"nonce": "../../../../etc/passwd-----"}, "damaged on the way"),
    ],
)
def test_it_is_said_in_words_and_nothing_is_lost(fields: dict[str, str], sentence: str) -> None:
    sent = filled(contact_name="Dolma", place_words="At the bridge") | fields
    answer = browser().post("/tell/", sent)
    page = text(answer)
    assert answer.status_code == 200
    assert sentence in page
    assert 'value="Dolma"' in page
    assert 'value="At the bridge"' in page
    if "words" not in fields:
        assert "The street lamp at the bridge is dark.</textarea>" in page
    assert not Case.objects.exists()


def test_a_damaged_form_can_be_sent_from_the_page_that_says_so() -> None:
    page = text(browser().post("/tell/", filled(nonce="short")))
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    assert nonce
    assert read(code_on(browser().post("/tell/", filled(nonce=nonce[1]))))


def test_a_form_that_says_it_is_in_another_encoding_is_refused_kindly() -> None:
    body = "nonce=abcdefghijklmnopqrstuv&kind=help&tell=here&language=zh-hans&words=%C2%B7%B5%C6"  # GBK
    answer = browser().post("/tell/", body, content_type="application/x-www-form-urlencoded; charset=gbk")
    assert answer.status_code == 400
    assert "nothing you wrote is lost" in text(answer)


def test_a_form_whose_encoding_is_not_what_it_says_is_sent_back() -> None:
    body = "nonce=abcdefghijklmnopqrstuv&kind=help&tell=here&language=zh-hans&words=%C2%B7%B5%C6"
    answer = browser().post("/tell/", body, content_type="application/x-www-form-urlencoded")
    assert "Some letters were lost" in text(answer)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "http://testserver.elsewhere.example"},
    ],
)
@pytest.mark.parametrize("page", ["/tell/", "/follow/", "/case/remarks/", "/case/withdrawal/", "/case/leaving/"])
def test_a_form_from_another_site_is_refused(headers: dict[str, str], page: str) -> None:
    answer = browser().post(page, filled(), headers=headers)
    assert answer.status_code == 403
    assert "came from another site" in text(answer)
    assert not Case.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}])
def test_a_form_from_our_own_page_is_taken(headers: dict[str, str]) -> None:
    assert read(code_on(browser().post("/tell/", filled(), headers=headers)))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_one_case_and_both_see_the_same_receipt() -> None:
    form, together = filled(), Barrier(2)

    def send(_: int) -> str:
        together.wait(timeout=30)
        try:
            return code_on(Client(headers={"Accept-Language": "en"}).post("/tell/", form))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(send, range(2)))
    assert codes[0] == codes[1] != ""
    assert Case.objects.count() == 1
