"""Somebody wants no text messages any more."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.notifications.letters import promise_letter
from yimen.notifications.silence import silence
from yimen.people.rules import Resident


@transaction.atomic
def stop_texts(*, by: Resident, number: str, subject: str, language: str, at: datetime) -> None:
    """No letter goes to this telephone by text message; it is told so once. The letters stand under their receipts."""
    is_new = silence(number, at)
    if is_new:
        promise_letter("sms-stopped", subject=subject, language=language, way="sms", address=number, at=at)
    record("texts.stopped", subject=subject, by=by.ref, at=at, is_new=is_new)
