"""Somebody wants no text messages any more."""

import pytest

from tests import make, make_mail
from yimen.intake.newcomer import NEWCOMER
from yimen.journal.models import Entry
from yimen.notifications.silence import is_silenced
from yimen.notifications.verbs import stop_texts

pytestmark = pytest.mark.django_db
NUMBER = "13900000000"


def test_it_is_confirmed_once_and_the_journal_has_no_number() -> None:
    make.town()
    for _ in range(2):
        stop_texts(by=NEWCOMER, number=NUMBER, subject="arrival:1", language="en", at=make.MONDAY)
    assert is_silenced(NUMBER)
    assert not is_silenced("13900000001")
    [letter] = make_mail.letters()
    assert (letter.code, letter.way, letter.address) == ("sms-stopped", "sms", NUMBER)
    entries = Entry.objects.filter(code="texts.stopped").order_by("id")
    assert [entry.facts for entry in entries] == [{"is_new": True}, {"is_new": False}]
