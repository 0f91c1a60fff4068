"""Somebody wants text messages again."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.notifications.letters import promise_letter
from yimen.notifications.silence import end_silence
from yimen.people.rules import Resident


@transaction.atomic
def start_texts(*, by: Resident, number: str, subject: str, language: str, at: datetime) -> None:
    """Letters go to this telephone again, from now on; it is told so once."""
    is_new = end_silence(number)
    if is_new:
        promise_letter("sms-started", subject=subject, language=language, way="sms", address=number, at=at)
    record("texts.started", subject=subject, by=by.ref, at=at, is_new=is_new)
