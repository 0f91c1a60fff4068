"""Calls by video at the desk: the list, the call, and who may not look in."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests import make, make_video
from tests.pages.desk.browsing import browser, text
from yimen.kernel import clock
from yimen.video.models import VideoCall

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
LIST = "/desk/video/"
LINK = re.compile(r"http://testserver/meeting/([0-9a-f]{32})/")


@pytest.fixture(autouse=True)
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)


def test_from_the_list_into_the_call_and_to_its_end(sql: Sql) -> None:
    receipt = make.receipt(accused_office="")
    key = make_video.waiting(needs=("interpreter", "captions"), case=receipt.case)
    client = browser(make.clerk())
    client.get(LIST)
    with sql(at_most=9):
        page = text(client.get(LIST))
    for words in ("Waits", "An interpreter", "What is said is typed as well", "has given a receipt", "Let in"):
        assert words in page, words
    assert receipt.code not in page
    call = VideoCall.objects.get()
    meeting = f"{LIST}{call.pk}/"
    assert client.post(LIST, {"do": "take", "call": call.pk})["Location"] == meeting
    client.get(meeting)
    with sql(at_most=12):
        page = text(client.get(meeting))
    assert "data-host" in page
    assert "/desk/take-in/?by=video&amp;for=bo&amp;needs=interpreter%20captions" in page
    assert make_video.ask(key).state == "in"
    part = text(client.post(meeting, {"do": "invite", "part": "interpreter"}, headers={"hx-request": "true"}))
    found = LINK.search(part)
    assert found
    make_video.ask(found[1], "two", comes=True)
    part = text(client.get(meeting, headers={"hx-request": "true"}))
    assert "waits to be let in" in part
    assert "<html" not in part
    client.post(meeting, {"do": "let_in", "seat": make_video.seat(found[1]).pk})
    assert make_video.ask(found[1], "two").state == "in"
    assert client.post(meeting, {"do": "end"})["Location"] == LIST
    assert client.get(meeting).status_code == 404


def test_the_list_says_when_nothing_is_new() -> None:
    make_video.waiting()
    client = browser(make.clerk())
    mark = re.search(r"now=(\w+)", text(client.get(LIST)))
    assert mark
    assert client.get(f"{LIST}?now={mark[1]}").status_code == 204
    make_video.waiting("two")
    assert "Let in" in text(client.get(f"{LIST}?now={mark[1]}"))


def test_a_link_is_made_for_somebody_and_shown_once() -> None:
    client = browser(make.clerk())
    link = LINK.search(text(client.post(LIST, {"do": "prepare", "language": "bo"})))
    assert link
    assert make_video.ask(link[1], comes=True).state == "waiting"
    assert not LINK.search(text(client.get(LIST)))


def test_nobody_else_looks_in() -> None:
    """No colleague, no supervisor, no administrator: the call is not there for them."""
    call = make_video.taken(make_video.waiting())
    for who in (make_video.second_clerk(), make.supervisor(), make.handler(), make.mediator()):
        client = browser(who)
        for answer in (client.get(f"{LIST}{call.pk}/"), client.post(f"{LIST}{call.pk}/", {"do": "end"})):
            assert answer.status_code == 404
    assert browser(make.supervisor()).get(LIST).status_code == 404
    call.meeting.refresh_from_db()
    assert call.meeting.ended_at is None


def test_a_colleague_takes_over_what_is_handed_over() -> None:
    call = make_video.taken(make_video.waiting())
    first, second = browser(make.clerk()), browser(make_video.second_clerk())
    assert "With a colleague" in text(second.get(LIST))
    assert "Take over" not in text(second.get(f"{LIST}?now=x"))
    first.post(f"{LIST}{call.pk}/", {"do": "offer", "to": call.office_id})
    assert "Take over" in text(second.get(LIST))
    assert "Keep the call" in text(first.get(f"{LIST}{call.pk}/"))
    assert second.post(LIST, {"do": "take_over", "call": call.pk})["Location"] == f"{LIST}{call.pk}/"
    assert first.get(f"{LIST}{call.pk}/").status_code == 404


def test_a_stale_press_is_told_so() -> None:
    client = browser(make.clerk())
    assert "just changed" in text(client.post(LIST, {"do": "take", "call": 999}, follow=True))
    call = make_video.taken(make_video.waiting())
    assert "just changed" in text(client.post(f"{LIST}{call.pk}/", {"do": "let_in", "seat": 999}))
    assert "just changed" in text(client.post(f"{LIST}{call.pk}/", {"do": "fly"}))
