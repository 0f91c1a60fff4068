"""A session by video on the pages: the mediator's, that of a side, a guest's link, and nobody else's."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make, make_company, make_mediation
from tests.make_sessions import BEGINS, Session, all_in
from tests.pages.mediation.test_sides import browser
from yimen.mediation.calls.queries import own_key
from yimen.mediation.calls.rules import comes_by_code
from yimen.mediation.companions.rules import Role
from yimen.mediation.sittings.rules import Form
from yimen.mediation.verbs import hold_aside, leave_mediation
from yimen.meetings.models import Seat

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
Counting = Callable[..., AbstractContextManager[list[str]]]
EN = {"Accept-Language": "en"}
JSON = "application/json"


@pytest.fixture(autouse=True)
def _the_hour_of_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: BEGINS)


def desk(acting: Any = None) -> Client:  # noqa: ANN401 – a post
    return make.signed_in(Client(headers=EN), acting or make_mediation.mediator())


def at_desk(session: Session) -> str:
    return reverse("desk_mediation_call", args=[session.pk])


def of_side(session: Session) -> str:
    return reverse("mediation-call", args=[session.pk])


def press(client: Client, session: Session, do: str, part: str) -> Any:  # noqa: ANN401
    typed = {"do": do, "seat": Seat.objects.get(part=part).pk}
    return client.post(at_desk(session), typed, headers={"HX-Request": "true"})


def test_from_the_button_of_a_side_to_the_end() -> None:
    session = Session()
    mediator, side = desk(), browser(session.talk.codes[1])
    assert at_desk(session) in mediator.get(reverse("desk_mediation", args=[session.talk.pk])).content.decode()
    room = side.get(reverse("mediation-room")).content.decode()
    assert "Join by video" in room
    assert side.post(of_side(session))["Location"] == of_side(session)
    answer = side.get(of_side(session))
    page = answer.content.decode()
    assert "camera=(self)" in answer["Permissions-Policy"]
    assert make_mediation.ZHANG in page, "they read who the others are"
    assert "Open the call" in mediator.get(at_desk(session)).content.decode()
    assert mediator.post(at_desk(session), {"do": "open"})["Location"] == at_desk(session)
    page = mediator.get(at_desk(session)).content.decode()
    assert make_mediation.TASHI in page
    assert "Hand over" not in page
    session.joined(1)
    assert "Let wait aside" in press(mediator, session, "let_in", "side-1").content.decode()
    assert "Bring back" in press(mediator, session, "hold", "side-1").content.decode()
    ended = mediator.post(at_desk(session), {"do": "end"})
    assert ended["Location"] == reverse("desk_mediation", args=[session.talk.pk])
    assert side.get(of_side(session))["Location"] == reverse("mediation-room")


def test_the_words_of_whoever_waits_and_of_whoever_waits_aside() -> None:
    session = all_in()
    address = reverse("meeting-exchange", args=[session.keys["side-1"]])
    question = {"browser": "side-1-browser-0123456789", "page": "page-of-side-1"}

    def words() -> str:
        return str(Client(headers=EN).post(address, question, content_type=JSON).json().get("words", ""))

    assert words() == ""
    hold_aside(by=session.talk.mediator(), call=session.call, seat=session.seat("side-1"), at=BEGINS)
    assert "You hear and see nothing of it" in words()
    Seat.objects.filter(part="side-1").update(is_held=False)
    assert "The mediator sees that you are here" in words()


def test_another_mediation_another_side_and_a_bare_link_find_nothing() -> None:
    session, other = Session(alone=2).opened().joined(2), make_mediation.opened()
    for code in (session.talk.codes[1], other.codes[2]):
        client = browser(code)
        assert "Join by video" not in client.get(reverse("mediation-room")).content.decode()
        assert client.get(of_side(session)).status_code == 404
        assert client.post(of_side(session)).status_code == 404
    assert browser().get(of_side(session))["Location"] == reverse("mediation")
    key = own_key(session.call, session.talk.side(2).ref)
    assert Client().get(reverse("meeting", args=[key])).status_code == 404, "a side comes by its own code"


def test_no_staff_but_its_mediator_finds_it() -> None:
    session = Session().opened()
    others = (make.clerk, make.administrator, make.supervisor, make.handler)
    for who in others:
        client = desk(who())
        assert client.get(at_desk(session)).status_code == 404
        assert client.post(at_desk(session), {"do": "open"}).status_code == 404
    call = desk(make.clerk()).get(reverse("desk_video_call", args=[session.call.pk]))
    assert call.status_code == 404
    assert "Nobody is waiting" in desk(make.clerk()).get(reverse("desk_video")).content.decode()


def test_an_interpreter_with_a_code_has_a_page_of_their_own_with_captions() -> None:
    session = all_in()
    client = browser(make_company.code_of(session.talk, Role.INTERPRETER))
    assert client.post(of_side(session))["Location"] == of_side(session)
    page = client.get(of_side(session)).content.decode()
    assert "call-caption-typed" in page
    assert "call-caption-typed" not in browser(session.talk.codes[1]).get(of_side(session)).content.decode()
    assert "zqcompany-interpreter-1 · zqtashi" in desk().get(at_desk(session)).content.decode()
    seat = Seat.objects.get(part__startswith="interpreter-")
    assert comes_by_code(seat.part)


def test_a_guest_reads_no_names() -> None:
    session = all_in()
    asked = {"do": "invite", "part": "interpreter"}
    answer = desk().post(at_desk(session), asked, headers={"HX-Request": "true"}).content.decode()
    link = answer.split('value="http://testserver')[1].split('"')[0]
    page = Client(headers=EN).get(link).content.decode()
    assert "Side 1" in page
    assert make_mediation.TASHI not in page
    assert make_mediation.ZHANG not in page


def test_left_the_page_leads_back_and_the_button_is_gone() -> None:
    session = all_in()
    client = browser(session.talk.codes[1])
    leave_mediation(by=session.talk.side(2), at=BEGINS)
    assert client.get(of_side(session))["Location"] == reverse("mediation-room")
    assert "Join by video" not in client.get(reverse("mediation-room")).content.decode()


def test_what_cannot_be_promised_is_said_where_there_is_no_turn_server(settings: Any) -> None:  # noqa: ANN401
    session = all_in()
    mediator, side = desk(), browser(session.talk.codes[1])
    address = reverse("meeting-exchange", args=[session.keys["side-1"]])
    asked = {"browser": "side-1-browser-0123456789", "page": "page-of-side-1", "servers": True}
    for turn, is_said, way in (([], True, "all"), (["turn:turn.example:3478"], False, "relay")):
        settings.YIMEN_TURN, settings.YIMEN_TURN_SECRET, settings.YIMEN_TURN_ONLY = turn, "x" * 32, False
        assert ("can’t promise" in side.get(of_side(session)).content.decode()) is is_said
        assert ("no TURN server" in mediator.get(at_desk(session)).content.decode()) is is_said
        told = Client().post(address, asked, content_type=JSON).json()
        assert told["servers"]["iceTransportPolicy"] == way, "no side learns the other one's network"


def test_the_calendar_holds_a_neutral_link() -> None:
    session, room = Session(), Session(form=Form.IN_PERSON)
    client = browser(session.talk.codes[1])
    text = client.get(reverse("mediation-session", args=[session.pk])).content.decode().replace("\r\n ", "")
    assert "CLASS:PRIVATE" in text
    assert "SUMMARY:Appointment" in text
    assert "URL:http://testserver/appointment/" in text
    for word in ("mediat", "session", session.talk.codes[1], make_mediation.TASHI, make_mediation.ZHANG):
        assert word.lower() not in text.lower()
    text = browser(room.talk.codes[1]).get(reverse("mediation-session", args=[room.pk])).content.decode()
    assert "URL" not in text
    assert client.get("/appointment/")["Location"] == reverse("mediation-room")


def test_before_its_time_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session()
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: BEGINS - timedelta(minutes=11))
    assert "ten minutes before" in desk().get(at_desk(session)).content.decode()
    client = browser(session.talk.codes[1])
    assert "Join by video" not in client.get(reverse("mediation-room")).content.decode()
    answer = client.post(of_side(session), follow=True)
    assert "ten minutes before" in answer.content.decode()


def test_how_often_the_pages_ask(sql: Counting) -> None:
    session = all_in()
    mediator, side = desk(), browser(session.talk.codes[1])
    question = {"browser": "mediator-browser-0123456789", "page": "page-of-mediator", "mark": 99}
    address = reverse("meeting-exchange", args=[session.keys["mediator"]])
    for client, path, most in ((mediator, at_desk(session), 16), (side, of_side(session), 9)):
        client.get(path)
        with sql(at_most=most):
            assert client.get(path).status_code == 200
    with sql(at_most=1):
        Client().post(address, question, content_type=JSON)


def test_a_mediator_reads_in_their_list_that_somebody_waits() -> None:
    session = Session()
    listed = reverse("desk_mediations")
    assert "Somebody waits" not in desk().get(listed).content.decode()
    browser(session.talk.codes[1]).post(of_side(session))
    session.joined(1)
    for address in (listed, f"{listed}?waiting"):
        page = desk().get(address).content.decode()
        assert "Somebody waits" in page
        assert at_desk(session) in page
        assert make_mediation.TASHI not in page
    session.opened().let_in("side-1")
    assert "Somebody waits" not in desk().get(f"{listed}?waiting").content.decode()
    assert "Somebody waits" not in desk(make.handler()).get(f"{listed}?waiting").content.decode()
