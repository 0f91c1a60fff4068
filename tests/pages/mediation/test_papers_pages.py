"""The pages of papers: a side takes its own and the joint ones; the mediator all, and notes the court."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests import make_mediation as make_it
from tests.pages.desk.browsing import browser, text
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import shown
from yimen.mediation.verbs import note_to_side, remind_of_court

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
Sql = Callable[..., AbstractContextManager[list[str]]]
AT = make_it.AT


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: AT)


def side(talk: make_it.Talk, number: int) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.post(reverse("mediation"), {"code": shown(talk.codes[number])})
    return client


def is_pdf(response: Any) -> bool:  # noqa: ANN401
    return response.status_code == 200 and response.content.startswith(b"%PDF-") and "no-store" in str(response.headers)


def test_each_side_takes_its_own_and_the_joint_papers(sql: Sql) -> None:
    talk = make_it.agreed()
    note_to_side(by=talk.mediator(), side=2, words="zqcaucus", is_caucus=True, at=AT)
    one, two = side(talk, 1), side(talk, 2)
    assert "Papers, to keep or to print" in text(one.get(reverse("mediation-room")))
    with sql(at_most=16):
        page = text(one.get(reverse("mediation-papers")))
    assert "Mediation agreement" in page
    assert "All that the court needs" in page
    assert "Record of a talk" not in page
    theirs = text(two.get(reverse("mediation-papers")))
    key = theirs.partition("/papers/session-")[2].partition("/")[0]
    address = reverse("mediation-paper", args=[f"session-{key}", "bo-zh"])
    assert is_pdf(two.get(address))
    assert one.get(address).status_code == 404
    assert one.get(reverse("mediation-paper", args=["cover", "fr"])).status_code == 404
    assert Client().get(address).status_code == 302, "whoever has no code is asked for it"
    assert is_pdf(
        browser(make_it.mediator()).get(reverse("desk_mediation_paper", args=[talk.pk, f"session-{key}", "en"]))
    )
    for who in (make.administrator(), make.handler(), make.supervisor()):
        for address in ("desk_mediation_papers", "desk_mediation_paper"):
            arguments = [talk.pk] if address == "desk_mediation_papers" else [talk.pk, "cover", "en"]
            assert browser(who).get(reverse(address, args=arguments)).status_code == 404


def test_the_mediator_notes_the_court_and_what_figures_need() -> None:
    talk = make_it.agreed()
    client, address = browser(make_it.mediator()), reverse("desk_mediation_papers", args=[talk.pk])
    page = text(client.get(address))
    assert "Application for mediation" in page
    assert "Until 1 April 2026" in page
    client.post(address, {"do": "cover", "cover-amount": "to_1000", "cover-form": "written"})
    assert talk.row.amount == "to_1000"
    refused = client.post(address, {"do": "cover", "cover-amount": "", "cover-form": "oral"})
    assert "The form can’t be changed any more" in text(refused)
    tomorrow = (day_of(AT) + timedelta(days=1)).isoformat()
    assert "between the agreement and today" in text(
        client.post(address, {"do": "court", "court-court": "asked", "court-on": tomorrow})
    )
    client.post(address, {"do": "court", "court-court": "asked", "court-on": day_of(AT).isoformat()})
    assert talk.row.court == "asked"
    assert "The court was asked to confirm it" in text(client.get(address))
    assert "The court was asked to confirm it" in text(side(talk, 1).get(reverse("mediation-room")))


def test_the_mediator_sees_that_the_sides_were_reminded() -> None:
    talk = make_it.agreed()
    client = browser(make_it.mediator())
    assert "the sides were reminded" not in text(client.get(reverse("desk_mediations")))
    remind_of_court(by=make.CLOCK, mediation=talk.row, at=AT + timedelta(days=20))
    for address in (reverse("desk_mediations"), reverse("desk_mediation", args=[talk.pk])):
        assert "Until 1 April 2026 a court can be asked" in text(client.get(address))
