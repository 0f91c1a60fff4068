"""What the database itself refuses of what came in."""

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from tests import make, make_mail
from yimen.intake.models import Arrival

pytestmark = pytest.mark.django_db


def test_arrival_that_waits_has_its_time() -> None:
    """arrival_that_waits_has_its_time."""
    arrival = make_mail.received(make_mail.mail())
    for changed in ({"next_at": None}, {"stage": "held"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Arrival.objects.filter(pk=arrival.pk).update(**changed)
    assert Arrival.objects.get().next_at == make.MONDAY


def test_with_another_key_nothing_opens_and_nothing_is_lost(settings: Settings) -> None:
    raw = make_mail.mail()
    make_mail.received(raw)
    right = settings.YIMEN_SEAL_KEYS
    settings.YIMEN_SEAL_KEYS = ["A" * 43 + "="]
    assert Arrival.objects.get().content == b""
    settings.YIMEN_SEAL_KEYS = right
    assert Arrival.objects.get().content == raw
