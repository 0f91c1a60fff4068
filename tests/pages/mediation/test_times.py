"""Finding a time, at the desk and on the telephone of each side; and the calendar."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests import make_mediation as make_it
from tests.pages.mediation.test_desk import at as desk_at
from tests.pages.mediation.test_desk import browser, do
from yimen.kernel.receipts import shown
from yimen.mediation import verbs
from yimen.mediation.models import OfferedTime, Sitting, TimeAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT
HOURS = {"tue": [["09:00", "12:00"]]}


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: AT)


def telephone(talk: make_it.Talk, side: int) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.post(reverse("mediation"), {"code": shown(talk.codes[side])})
    return client


def test_from_the_mediators_hours_to_a_session() -> None:
    talk, desk = make_it.opened(), browser()
    typed = {"tue": "9:00-12:00", "wed": "soon"}
    page = desk.post(reverse("desk_mediation_calendar"), typed).content.decode()
    assert "not understood" in page
    assert 'value="9:00-12:00"' in page, "what was typed stays"
    desk.post(reverse("desk_mediation_calendar"), {"tue": "9:00-12:00"})
    page = desk.get(desk_at(talk, "times")).content.decode()
    assert 'value="2026-03-03T09:00"' in page, "the next free hours stand there already"
    offer = {"time_0": "2026-03-03T09:00", "time_2": "2026-03-03T11:00", "minutes": 60, "form": "in_person"}
    do(desk, talk, "times", **offer, where="zqroom")
    assert OfferedTime.objects.count() == 2
    first, second = OfferedTime.objects.order_by("begins_at")
    tashi, zhang = telephone(talk, 1), telephone(talk, 2)
    for client, suits in ((tashi, [first.pk, second.pk]), (zhang, [second.pk])):
        page = client.get(reverse("mediation-room")).content.decode()
        assert "Say when I can come" in page
        assert "zqroom" in page
        client.post(reverse("mediation-act", args=["times"]), {"suits": suits})
    page = zhang.get(reverse("mediation-room")).content.decode()
    assert (page.count("suits me"), page.count("does not suit me")) == (1, 1)
    page = desk.get(desk_at(talk)).content.decode()
    assert page.count("suits all") == 1
    desk.get(f"{desk_at(talk, 'fixing-time')}?time={second.pk}")
    desk.post(desk_at(talk, "fixing-time"), {"time": second.pk})
    assert Sitting.objects.get().begins_at == second.begins_at
    page = tashi.get(reverse("mediation-act", args=["times"])).content.decode()
    assert "Please look again" in page
    page = tashi.post(reverse("mediation-act", args=["times"]), {"suits": []}).content.decode()
    assert "Please look again" in page
    assert not TimeAnswer.objects.exists()


def test_a_tampered_answer_gets_a_sentence() -> None:
    talk, desk = make_it.opened(), browser()
    do(desk, talk, "times", time_0="2026-03-03T09:00", minutes=60, form="video", where="")
    tashi = telephone(talk, 1)
    for wrong in ("999", "x", "9" * 30):
        page = tashi.post(reverse("mediation-act", args=["times"]), {"suits": [wrong]})
        assert page.status_code == 200
        assert b"govuk-error" in page.content
    assert not TimeAnswer.objects.exists()


def test_times_that_cannot_be_offered_come_back_with_what_was_typed() -> None:
    talk, desk = make_it.opened(), browser()
    page = do(desk, talk, "times", minutes=60, form="video", where="zqhere").content.decode()
    assert "at least one time" in page
    assert "zqhere" in page
    page = do(desk, talk, "times", time_0="2020-03-03T09:00", minutes=60, form="video", where="").content.decode()
    assert "still to come" in page
    assert "2020-03-03T09:00" in page


def test_the_calendar_names_nobody_and_its_file_says_nothing() -> None:
    talk, desk = make_it.opened(), browser()
    make_it.planned(talk)
    page = desk.get(reverse("desk_mediation_calendar")).content.decode()
    assert str(talk.row.serial) in page
    text = desk.get(reverse("desk_mediation_calendar_file")).content.decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Appointment" in text
    for said in (page, text):
        assert not any(mark in said for mark in (make_it.TASHI, make_it.ZHANG, make_it.WHERE, make_it.CLAIM))


@pytest.mark.parametrize("name", ["desk_mediation_calendar", "desk_mediation_calendar_file"])
def test_nobody_else_has_one(name: str) -> None:
    make_it.opened()
    for who in (make.handler(), make.administrator()):
        assert browser(who).get(reverse(name)).status_code == 404


def test_the_head_reads_covers_of_the_own_committee_only() -> None:
    talk, desk = make_it.opened(), browser()
    make_it.applied()
    ended = make_it.opened()
    verbs.leave_mediation(by=ended.side(1), at=AT)
    page = desk.get(reverse("desk_mediation_overview", args=["KS-town"])).content.decode()
    assert page.count("Neighbours") == 2
    assert "Under way" in page
    assert not any(mark in page for mark in (make_it.TASHI, make_it.ZHANG, make_it.CLAIM))
    talk.row.__class__.objects.filter(pk=talk.pk).update(due_on=AT.date() - timedelta(days=1))
    assert "past the last day" in desk.get(reverse("desk_mediation_overview", args=["KS-town"])).content.decode()
    assert desk.get(reverse("desk_mediation_overview", args=["KS-none"])).status_code == 404
    assert browser(make.administrator()).get(reverse("desk_mediation_overview", args=["KS-town"])).status_code == 404
    page = desk.get(reverse("desk_mediation_overview", args=["KS-town"]), {"after": talk.pk}).content.decode()
    assert page.count("Neighbours") == 1
    assert desk.get(reverse("desk_mediation_overview", args=["KS-town"]), {"after": "x" * 30}).status_code == 200
