"""Asking for a call, the waiting room and the call as whoever has a link meets them."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import make, make_video
from tests.pages.desk.browsing import text
from tests.rules import files_made
from yimen.kernel import clock
from yimen.kernel.receipts import new_nonce
from yimen.meetings.models import Slide
from yimen.meetings.steps import end
from yimen.people.verbs.release_staff import release_staff
from yimen.video.models import VideoCall
from yimen.video.queries import host_key
from yimen.video.verbs import invite_guest

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
ASK = "/centre/KS-one-door/video/"


@pytest.fixture(autouse=True)
def _on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY)


def exchange(client: Client, key: str, who: str = "one", **more: object) -> Any:  # noqa: ANN401 – the test client's own
    asked = {"browser": make_video.secret(who), "page": "page-one", **more}
    return client.post(f"/meeting/{key}/exchange/", json.dumps(asked), content_type="application/json")


def test_from_the_first_page_to_the_waiting_room(client: Client, sql: Sql) -> None:
    make.town()
    assert "/video/" in text(client.get("/?lang=en"))
    assert client.get("/video/", follow=True).redirect_chain[0][0] == ASK
    client.get(ASK)
    with sql(at_most=3):
        page = text(client.get(ASK))
    for words in ("nothing is recorded", "tel:110", "Book a visit", "Write it down", "<noscript>"):
        assert words in page, words
    with sql(at_most=14):
        sent = client.post(ASK, {"nonce": new_nonce(), "needs": ["interpreter", "slowly"]})
    assert VideoCall.objects.get().needs == "interpreter slowly"
    meeting = client.get(sent["Location"])
    assert "camera=(self), microphone=(self)" in meeting["Permissions-Policy"]
    assert "camera=()" in client.get("/")["Permissions-Policy"]
    assert client.cookies.keys() <= {"django_language", "language"}


def test_the_receipt_leads_the_clerk_to_the_case(client: Client) -> None:
    receipt = make.receipt()
    client.post(ASK, {"nonce": new_nonce(), "receipt": receipt.code})
    assert VideoCall.objects.get().case_id == receipt.case.pk
    wrong = text(client.post(f"{ASK}?lang=en", {"nonce": new_nonce(), "receipt": "22222-22222-22222"}))
    assert "govuk-error" in wrong
    assert VideoCall.objects.count() == 1


def test_outside_the_hours_the_other_ways_are_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make.town()
    monkeypatch.setattr(clock, "now", lambda: make.MONDAY + timedelta(hours=9))
    page = text(client.get(f"{ASK}?lang=en"))
    assert "Nobody can take your call at this hour." in page
    assert "Book a visit" in page
    assert "<form" not in page.partition("<main")[2]


def test_who_waits_hears_how_many_are_before_them(client: Client, sql: Sql) -> None:
    for _ in range(2):
        make_video.waiting()
    key = make_video.asked()
    client.get(f"/meeting/{key}/?lang=en")
    assert exchange(client, key, "me", comes=True).json()["words"] == "Before you: 2"
    with sql(at_most=3):
        told = exchange(client, key, "me").json()
    assert told["state"] == "waiting"
    assert "seats" not in told
    assert "servers" not in told


def test_a_question_that_is_none_is_refused(client: Client) -> None:
    key = make_video.waiting()
    address = f"/meeting/{key}/exchange/"
    assert client.post(address, "{", content_type="application/json").status_code == 400
    assert client.post(address, "[" * 100_000, content_type="application/json").status_code == 400
    assert client.post(address, '"' + "x" * 500_000, content_type="application/json").status_code == 413
    assert client.get(address).status_code == 405
    asked = {"browser": make_video.secret("one"), "page": "page-one"}
    elsewhere = client.post(
        address, json.dumps(asked), content_type="application/json", headers={"sec-fetch-site": "cross-site"}
    )
    assert elsewhere.status_code == 403
    assert exchange(client, "0" * 32).status_code == 404


def test_the_town_gives_its_servers_to_those_who_are_in(client: Client, settings: Any) -> None:  # noqa: ANN401
    settings.YIMEN_STUN, settings.YIMEN_TURN = ["stun:127.0.0.1:3478"], ["turn:127.0.0.1:3478?transport=udp"]
    settings.YIMEN_TURN_SECRET = "north"
    key = make_video.waiting()
    assert "servers" not in exchange(client, key, servers=True).json()
    make_video.taken(key)
    servers = exchange(client, key, servers=True).json()["servers"]
    assert servers["iceTransportPolicy"] == "all"
    until = int((make.MONDAY + timedelta(hours=2)).timestamp())
    assert servers["iceServers"][1]["username"].startswith(f"{until}:")
    settings.YIMEN_TURN_ONLY = True
    assert exchange(client, key, servers=True).json()["servers"]["iceTransportPolicy"] == "relay"


def test_a_clerk_who_has_left_the_post_is_out_of_the_call_at_once(client: Client) -> None:
    """Their page holds a link like any other; it does not outlive the post."""
    key = make_video.waiting()
    host = host_key(make_video.taken(key), make.clerk())
    assert exchange(client, host, "clerk", comes=True).json()["state"] == "in"
    release_staff(by=make.administrator(), staff_id=make.clerk().staff_id, at=make.MONDAY)
    told = exchange(client, host, "clerk", servers=True, lines=[{"kind": "chat", "words": "still here"}]).json()
    assert (told["state"], "servers" in told) == ("left", False)
    assert exchange(client, host, "other", comes=True).json()["state"] == "elsewhere"
    seen = exchange(client, key, comes=True).json()
    assert ([seat["part"] for seat in seen["seats"]], seen["lines"]) == (["resident"], [])


def test_a_document_is_cleaned_and_shown_to_those_who_are_in(client: Client) -> None:
    key = make_video.waiting()
    slides = f"/meeting/{key}/slides/"
    picture = SimpleUploadedFile("bill.png", files_made.photo(kind="PNG"), "image/png")
    assert client.post(slides, {"file": picture}).status_code == 422, "not before they were let in"
    call = make_video.taken(key)
    picture.seek(0)
    assert client.post(slides, {"file": picture}).status_code == 200
    program = SimpleUploadedFile("bill.exe", b"MZ" + bytes(100), "image/png")
    refused = client.post(slides, {"file": program})
    assert refused.status_code == 422
    assert "bill.exe" in refused.json()["refused"]
    number = Slide.objects.get().number
    shown = client.get(f"{slides}{number}/")
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert "no-store" in shown["Cache-Control"]
    assert "sandbox" in shown["Content-Security-Policy"]
    other = invite_guest(by=make.clerk(), call=call, part="interpreter", at=make.MONDAY)
    assert client.get(f"/meeting/{other}/slides/{number}/").status_code == 404
    end(call.meeting, at=make.MONDAY)
    assert client.get(f"{slides}{number}/").status_code == 404


def test_a_guest_has_a_page_and_when_it_is_over_that_is_said(client: Client) -> None:
    call = make_video.taken(make_video.waiting())
    key = invite_guest(by=make.clerk(), call=call, part="interpreter", at=make.MONDAY)
    page = text(client.get(f"/meeting/{key}/?lang=en"))
    assert 'data-do="devices"' in page
    assert 'data-kind="caption"' in page
    end(call.meeting, at=make.MONDAY)
    assert "What was typed or shown is gone." in text(client.get(f"/meeting/{key}/?lang=en"))
    assert client.get("/meeting/x/").status_code == 404
