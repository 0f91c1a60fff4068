"""Many cases from one connection: a village's one link is never too many, a program is."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.pages.public.visiting import browser, code_on, filled, text
from yimen.cases.models import Case
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce
from yimen.privacy.models import Sending
from yimen.privacy.rules import MOST_SENT
from yimen.privacy.sendings import count_sent, may_send, sweep_sendings

pytestmark = pytest.mark.django_db
HERE, THERE = "203.0.113.7", "198.51.100.9"


def full(address: str = HERE) -> None:
    make.town()
    count_sent(address, clock.now())
    Sending.objects.update(count=MOST_SENT)


def test_a_program_is_told_to_wait_and_nothing_typed_is_lost() -> None:
    full()
    client = browser()
    answer = client.post("/tell/", filled(words="A zqlamp."), REMOTE_ADDR=HERE)
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    page = text(answer)
    assert "Very many cases came from your connection" in page
    assert "A zqlamp." in page
    assert not Case.objects.exists()
    assert client.post("/tell/", filled(), REMOTE_ADDR=THERE).status_code == 200
    assert Case.objects.count() == 1


def test_a_case_that_is_here_gets_its_receipt_again_however_many_came_since() -> None:
    make.town()
    form = filled(nonce=new_nonce())
    first = browser().post("/tell/", form, REMOTE_ADDR=HERE)
    Sending.objects.update(count=MOST_SENT)
    again = browser().post("/tell/", form, REMOTE_ADDR=HERE)
    assert again.status_code == 200
    assert code_on(again) == code_on(first) != ""
    assert Case.objects.count() == 1


def test_only_new_cases_count_and_the_address_is_soon_nobodys() -> None:
    make.town()
    form = filled(nonce=new_nonce())
    for _ in range(3):
        browser().post("/tell/", form, REMOTE_ADDR=HERE)
    browser().post("/tell/", filled(words=""), REMOTE_ADDR=HERE)
    row = Sending.objects.get()
    assert row.count == 1
    assert HERE.encode() not in bytes(row.address)
    at = clock.now()
    assert sweep_sendings(at) == 0
    assert sweep_sendings(at + timedelta(days=3)) == 1


def test_a_server_in_front_that_nobody_told_us_of_does_not_close_the_door() -> None:
    full("127.0.0.1")
    for address in ("127.0.0.1", "::1", "", "nonsense"):
        assert may_send(address, clock.now())
        count_sent(address, clock.now())
    assert Sending.objects.count() == 0


def test_the_devices_of_one_connection_are_one() -> None:
    full("2001:db8:1:2::3")
    assert not may_send("2001:db8:1:2:ffff::9", clock.now())
    assert may_send("2001:db8:1:3::3", clock.now())


def test_a_connection_is_counted_once_an_hour() -> None:
    """sending_counted_once_per_hour."""
    row = {"address": b"x" * 16, "hour": clock.now()}
    Sending.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sending.objects.create(**row)
