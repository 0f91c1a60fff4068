"""Who serves me? Offices and posts of a place, hours of today, and nobody's name without their word."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests import make
from tests.make_areas import agreed
from yimen.kernel import clock
from yimen.kernel.clock import day_of
from yimen.kernel.models import new_edition
from yimen.people.models import Appointment, Office
from yimen.people.rules import Opening, opening
from yimen.places.rules import AreaPlan

pytestmark = pytest.mark.django_db
PATH = "/serves/"
HOURS = {"mon": [["09:00", "12:00"], ["14:00", "17:30"]], "thu": [["09:00", "12:00"]]}


@pytest.fixture(autouse=True)
def _on_a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, make.MONDAY)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    make.town()
    Office.objects.update(hours=HOURS, telephone="0976 12345")
    new_edition("people")
    monkeypatch.setattr(clock, "now", lambda: moment)


def page(client: Client, **asked: str) -> str:
    return str(client.get(PATH, asked | {"lang": "en"}).content.decode())


def test_a_point_leads_to_its_area_and_is_in_no_address(client: Client) -> None:
    east, north = make.IN_AREA["KS01A"]
    answer = client.post(PATH, {"point": f"{east}, {north}"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/serves/?place=KS01A"
    assert not answer.cookies


def test_the_posts_of_the_area_and_its_offices_are_told(client: Client) -> None:
    read = page(client, place="KS01A")
    assert "Area lead" in read
    assert "Open now, until 12:00" in read
    assert "Monday 09:00–12:00, 14:00–17:30" in read
    assert "Friday to Sunday closed" in read
    assert 'href="tel:' in read
    assert 'href="/centre/KS-one-door/?lang=en"' in read  # where one takes a number or books a visit


def test_an_address_of_a_place_that_ended_leads_to_what_it_lay_in(client: Client) -> None:
    """It showed the posts of the area as before, though nobody serves it any more."""
    agreed(AreaPlan("KS", (), ended=("KS01A",)), on=day_of(make.MONDAY), at=make.MONDAY)
    answer = client.get(PATH, {"place": "KS01A", "lang": "en"})
    assert "“Area 1” is no place of its own any more. Here stands who serves Duohe" in answer.content.decode()
    assert answer.context["levels"][0]["place"].code == "KS0101"
    assert "is no place of its own" not in page(client, place="KS0101")


def test_a_name_is_shown_only_if_its_holder_agreed(client: Client) -> None:
    lead = make.area_lead()
    name = Appointment.objects.get(staff_id=lead.staff_id).staff.name
    assert name not in page(client, place="KS01A")
    Appointment.objects.filter(staff_id=lead.staff_id).update(name_is_public=True)
    assert name in page(client, place="KS01A")


def test_a_vacant_post_says_so_and_who_helps_instead(client: Client) -> None:
    lead = make.area_lead()
    Appointment.objects.filter(staff_id=lead.staff_id).update(until_on=make.MONDAY.date(), name_is_public=True)
    read = page(client, place="KS01A")
    assert "Nobody holds this post now" in read


def test_a_rest_day_is_told_with_its_name(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, datetime(2026, 10, 1, 10, 0, tzinfo=make.MONDAY.tzinfo))
    read = page(client, place="KS01A")
    assert "Today is a rest day (National Day)" in read
    assert "Open now" not in read


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Please choose a place."),
        ({"name": "Atlantis"}, "We know no place of this name."),
        ({"point": "here"}, "Please write two numbers"),
        ({"point": "0, 0"}, "This point is outside the town."),
        ({"place": "'; DROP"}, "Please choose one of the list."),
    ],
)
def test_what_is_not_understood_is_said_and_stays_typed(client: Client, sent: dict[str, str], said: str) -> None:
    answer = client.post(f"{PATH}?lang=en", sent)
    assert answer.status_code == 200
    read = answer.content.decode()
    assert said in read
    assert all(f'value="{typed}"' in read for name, typed in sent.items() if name != "place")


def test_a_place_is_found_by_its_name_in_any_language(client: Client) -> None:
    place = make.town().places.by_code["KS01"]
    for name in place.names.values():
        assert client.post(PATH, {"name": f" {name} "}).headers["Location"] == "/serves/?place=KS01"


def test_an_unknown_place_is_a_page_that_asks_again(client: Client) -> None:
    assert client.get(PATH, {"place": "X"}).status_code == 404


def test_it_takes_two_statements_and_few_bytes(
    client: Client, sql: Callable[..., AbstractContextManager[list[str]]]
) -> None:
    page(client, place="KS01A")  # the memory is warm
    with sql(at_most=2):
        read = page(client, place="KS01A")
    assert len(read) < 50_000


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("08:59", Opening(is_open=False, opens="09:00")),
        ("09:00", Opening(is_open=True, until="12:00")),
        ("12:00", Opening(is_open=False, opens="14:00")),
        ("17:29", Opening(is_open=True, until="17:30")),
        ("17:30", Opening(is_open=False)),
    ],
)
def test_hours_begin_with_their_first_minute_and_end_with_their_last(time: str, told: Opening) -> None:
    assert opening(HOURS, weekday=0, works=True, now=time) == told


def test_a_make_up_saturday_has_mondays_hours_and_a_holiday_none() -> None:
    assert opening(HOURS, weekday=5, works=True, now="09:30").is_open
    assert not opening(HOURS, weekday=0, works=False, now="09:30").is_open
    assert not opening({}, weekday=0, works=True, now="09:30").is_open


def test_times_move_with_the_town_and_not_with_the_server(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, make.MONDAY + timedelta(hours=12))
    assert "Open now" not in page(client, place="KS01A")
