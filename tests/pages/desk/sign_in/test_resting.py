"""A shared computer that rests is signed out, also while a page of it stands open and asks by itself what is new."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.house.tree import YIMEN
from tests.pages.desk.signing import LOGIN, PASSWORD, appointed
from yimen.kernel import clock
from yimen.people.models import Appointment, SignIn, Staff
from yimen.people.rules import Operator
from yimen.people.verbs.end_appointment import end_appointment

PART = {"HX-Request": "true"}
ASKED_BY_PAGES = (
    "/desk/news/?list=mine",
    "/desk/phone/clock/",
    "/desk/queue/?now=abc",
    "/desk/video/?now=abc",
    "/desk/mediations/?waiting",
)


def shared(rested: int = 0) -> Client:
    """A browser on a shared computer, last used so many seconds ago."""
    client = Client(headers={"Accept-Language": "en"})
    client.post(reverse(LOGIN), {"login": "dolma", "password": PASSWORD, "shared": "on"})
    client.cookies["django_language"] = "en"
    session = client.session
    session["sign_in_noted"] -= rested
    session.save()
    return client


@pytest.mark.parametrize("address", ASKED_BY_PAGES)
def test_what_an_open_page_asks_by_itself_is_no_use(staff: Staff, address: str) -> None:
    """A list that stands open in an empty room asks twice a minute what is new."""
    appointed(staff, "D-1")
    client = shared(rested=1200)
    before = SignIn.objects.get().used_at
    for heads in (PART, {}):
        assert "sessionid" not in client.get(address, headers=heads).cookies
    assert SignIn.objects.get().used_at == before
    used = client.get("/desk/?list=mine")
    assert used.cookies["sessionid"]["max-age"] == 30 * 60
    assert SignIn.objects.get().used_at > before


def test_what_is_sent_to_such_an_address_is_use(staff: Staff) -> None:
    appointed(staff, "D-1")
    assert shared(rested=1200).post("/desk/queue/?now=abc").cookies["sessionid"]["max-age"] == 30 * 60


def test_a_list_that_stands_open_is_signed_out_and_says_so(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    appointed(staff, "D-1")
    client, begun = shared(), clock.now()
    page = ""
    for minutes in range(1, 40, 2):
        monkeypatch.setattr("django.utils.timezone.now", lambda m=minutes: begun + timedelta(minutes=m))
        page = client.get("/desk/news/?list=mine", headers=PART).content.decode()
        assert ("You have been signed out" in page) is (minutes > 30), minutes
    assert re.search(r'<div class="y-news" data-news="/desk/news/\?list=mine">', page), "it goes on asking"
    assert f'href="{reverse(LOGIN)}"' in page
    assert 'target="_blank"' in page, "what is typed beside the list stays"


@pytest.mark.parametrize("address", ASKED_BY_PAGES[1:])
def test_any_other_part_that_asks_by_itself_says_so_once_and_asks_no_more(address: str) -> None:
    answer = Client(headers={"Accept-Language": "en"}).get(address, headers=PART)
    assert answer.status_code == 286, "which stops htmx"
    assert (answer["HX-Retarget"], answer["HX-Reswap"], answer["HX-Reselect"]) == ("#main", "afterbegin", ".y-notice")
    assert "You have been signed out" in answer.content.decode()


def test_every_part_that_asks_again_and_again_is_known_as_such() -> None:
    """A new part of a page with "every …" in it is no use of the sign-in either."""
    pages = [path.read_text(encoding="utf-8") for path in (YIMEN / "desk" / "templates").rglob("*.html")]
    parts = [part for page in pages for part in re.findall(r'<[^<>]*hx-trigger="every[^<>]*>', page)]
    assert len(parts) >= len(ASKED_BY_PAGES)
    for part in parts:
        assert re.search(r"hx-get=\S*[^>]*?(\?now|\?waiting|desk_phone_clock)", part), part


def test_a_list_says_too_that_its_post_has_ended_or_that_a_second_step_is_due(settings: Any, staff: Staff) -> None:  # noqa: ANN401
    appointed(staff, "D-1")
    client, news = shared(), "/desk/news/?list=mine"
    settings.YIMEN_SECOND_STEP = {"clerk"}
    Staff.objects.update(second_step_by=clock.day_of(clock.now()))
    assert "A second step is needed first" in client.get(news, headers=PART).content.decode()
    assert client.get(news)["Location"] == reverse("desk_second_step")
    at, held = clock.now(), Appointment.objects.get(staff=staff).pk
    end_appointment(by=Operator(), appointment_id=held, on=clock.day_of(at), at=at)
    page = client.get(news, headers=PART).content.decode()
    assert 'class="y-news"' in page
    assert "You hold no post today" in page
    assert "<h1>" in client.get(news).content.decode(), "a page of its own, for whoever opens one"
