"""Somebody wants text messages again."""

import pytest

from tests import make, make_mail
from yimen.intake.newcomer import NEWCOMER
from yimen.journal.models import Entry
from yimen.notifications.silence import is_silenced, silence
from yimen.notifications.verbs import start_texts

pytestmark = pytest.mark.django_db
NUMBER = "13900000000"


def test_it_ends_the_silence_and_says_so_once() -> None:
    make.town()
    silence(NUMBER, make.MONDAY)
    for _ in range(2):
        start_texts(by=NEWCOMER, number=f"+86{NUMBER}", subject="arrival:1", language="bo", at=make.MONDAY)
    assert not is_silenced(NUMBER)
    assert [(letter.code, letter.language) for letter in make_mail.letters()] == [("sms-started", "bo")]
    assert Entry.objects.filter(code="texts.started", subject="arrival:1").count() == 2
