"""How often the pages of a mediation ask the database: as often however much was said before."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.receipts import shown
from yimen.mediation.verbs import apply_for_mediation, say_privately

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
Counting = Callable[..., AbstractContextManager[list[str]]]


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: make_it.AT)


def test_the_room_and_the_desk(sql: Counting) -> None:
    talk = make_it.agreed()
    for _ in range(3):
        say_privately(by=talk.side(1), words="More", at=make_it.AT)
    side, desk = Client(), make.signed_in(Client(), make_it.mediator())
    side.post(reverse("mediation"), {"code": shown(talk.codes[1])})
    pages: tuple[tuple[Client, str, list[int], int], ...] = (
        (side, "mediation-room", [], ROOM),
        (desk, "desk_mediation", [talk.pk], DESK),
        (desk, "desk_mediations", [], LIST),
    )
    for client, name, args, most in pages:
        client.get(reverse(name, args=args))
        with sql(at_most=most):
            assert client.get(reverse(name, args=args)).status_code == 200


def test_an_application(sql: Counting) -> None:
    wanted = make_it.application()
    with sql(at_most=APPLY):
        apply_for_mediation(by=make_it.SOMEBODY, wanted=wanted, at=make_it.AT)


ROOM, DESK, LIST, APPLY = 15, 22, 12, 11
