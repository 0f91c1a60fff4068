"""A mail is written down word for word, sealed, before its sender's server is told that it is here."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests import make, make_mail
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.verbs.receive import receive_arrival
from yimen.journal.record import history

pytestmark = pytest.mark.django_db


def receive(raw: bytes) -> bool:
    return receive_arrival(by=NEWCOMER, channel="mail", content=raw, at=make.MONDAY) is not None


def test_it_stands_there_word_for_word_and_sealed() -> None:
    raw = make_mail.mail() + b"\xff\x00 whatever"
    assert receive(raw)
    arrival = Arrival.objects.get()
    assert (arrival.content, arrival.size, arrival.stage) == (raw, len(raw), "waiting")
    assert [entry.code for entry in history(arrival.ref)] == ["arrival.received"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM intake_arrival")
        (stored,) = cursor.fetchone()
    assert b"lamp" not in bytes(stored)
    assert b"tenzin" not in bytes(stored)


def test_handed_in_again_it_is_one_whatever_servers_stamped_on_it() -> None:
    raw = make_mail.mail()
    assert receive(b"Received: from a by b; Mon\r\n\tfolded\r\n" + raw)
    assert not receive(b"Return-Path: <x@example.org>\r\nReceived: from c\r\n" + raw)
    assert not receive(raw.replace(b"\r\n", b"\n"))
    assert Arrival.objects.count() == 1


def test_one_message_id_on_two_mails_keeps_none_of_them_out() -> None:
    assert receive(make_mail.mail("First.", message_id="<1@example.org>"))
    assert receive(make_mail.mail("Second.", message_id="<1@example.org>"))
    assert receive(make_mail.mail("First.", message_id="<2@example.org>"))
    assert Arrival.objects.count() == 3


def test_of_one_that_is_too_large_the_beginning_is_held_at_once() -> None:
    make.town()
    raw = make_mail.mail()
    assert receive_arrival(by=NEWCOMER, channel="mail", content=raw, beginning_only=True, at=make.MONDAY)
    arrival = Arrival.objects.get()
    assert (arrival.stage, arrival.why, arrival.next_at) == ("held", "too_large", None)


@pytest.mark.django_db(transaction=True)
def test_from_two_connections_at_once_it_is_one() -> None:
    raw, together = make_mail.mail(), Barrier(3, timeout=20)

    def hand_in(_: int) -> bool:
        together.wait()
        try:
            return receive(raw)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as hands:
        assert sorted(hands.map(hand_in, range(3))) == [False, False, True]
    assert Arrival.objects.count() == 1
