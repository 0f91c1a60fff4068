"""A message that somebody spoke: listened to, typed by a person, then a case with the recording beside it."""

from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests import make, make_mail
from tests.make_spoken import WAV, spoken
from tests.pages.desk.browsing import browser, text
from yimen.cases.models import Case
from yimen.files.queries import files_of
from yimen.intake.models import Arrival
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def listened(client: Client, arrival: Arrival, part: str = "") -> Any:  # noqa: ANN401 – the test client's own type
    return client.get(f"/desk/arrivals/{arrival.pk}/sound/", headers={"Range": part} if part else {})


def send(client: Client, arrival: Arrival, what: str, **typed: str) -> Any:  # noqa: ANN401
    form = {"what": what, "version": str(arrival.version), "language": "bo", **typed}
    return client.post(f"/desk/arrivals/{arrival.pk}/", form, follow=True)


def test_it_waits_for_a_person_and_is_played_so_that_it_can_do_no_harm() -> None:
    arrival, client = spoken(), browser(make.clerk())
    assert not Case.objects.exists()
    assert "Please listen, and type" in text(client.get("/desk/arrivals/"))
    assert f'src="/desk/arrivals/{arrival.pk}/sound/"' in text(send(client, arrival, "open"))
    answer = listened(client, arrival)
    assert (answer.content, answer["Content-Type"], answer["X-Content-Type-Options"]) == (WAV, "audio/wav", "nosniff")
    assert answer["Content-Disposition"].startswith("inline")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert len(looks_of(arrival.ref)) == 2, "opened, and listened to"


def test_a_player_gets_the_part_it_asks_for() -> None:
    arrival, client = spoken(), browser(make.clerk())
    part = listened(client, arrival, "bytes=4-7")
    assert (part.status_code, part.content, part["Content-Length"]) == (206, WAV[4:8], "4")
    assert part["Content-Range"] == f"bytes 4-7/{len(WAV)}"
    beyond = listened(client, arrival, "bytes=9999-")
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(WAV)}")


def test_typed_it_is_a_case_by_telephone_with_the_sound_and_its_look() -> None:
    arrival, client = spoken(), browser(make.clerk())
    done = text(send(client, arrival, "take", words="ལམ་སྒྲོན་མེད།", category=make.LAMP))
    assert "This is its receipt" in done
    case = Case.objects.get()
    assert (case.channel, case.words, case.language, case.tell) == ("phone", "ལམ་སྒྲོན་མེད།", "bo", "here")
    assert [(f.name, f.type, f.size) for f in files_of(case.ref)] == [("message.wav", "audio/wav", len(WAV))]
    assert "arrival" in {look.purpose for look in looks_of(case.ref)}
    assert listened(client, arrival).status_code == 404
    assert Arrival.objects.get().content == b""


def test_whoever_said_their_number_gets_the_receipt_by_text_message() -> None:
    done = text(send(browser(make.clerk()), spoken(), "take", words="路灯坏了。", phone="13900000000"))
    assert "Whoever brought it gets the receipt" in done
    case, [letter] = Case.objects.get(), make_mail.letters()
    assert (case.tell, case.phone) == ("sms", "13900000000")
    assert (letter.code, letter.way, letter.address) == ("case-received-by-sms", "sms", "13900000000")
    assert letter.receipt
    assert letter.receipt not in letter.body


def test_what_is_no_sound_is_not_played_and_not_lost() -> None:
    arrival, client = spoken(b"MZ\x90\0 a program"), browser(make.clerk())
    assert arrival.why == "spoken"
    assert listened(client, arrival).status_code == 404
    assert listened(client, spoken(b"<p>Words, which a page must not show", "8")).status_code == 404
    assert listened(client, spoken(b"Words, and no sound", "9")).status_code == 404
    send(client, arrival, "take", words="It could not be heard.")
    assert files_of(Case.objects.get().ref) == []


def test_the_exchanges_mail_is_its_sound_alone(settings: Settings) -> None:
    """Its words say which number called."""
    settings.YIMEN_VOICEMAIL_FROM = "PBX@example.org"
    raw = make_mail.mail(
        "New message from zq13900000000", subject="zq13900000000", sender="Asterisk <pbx@example.org>",
        files=(("msg0001.wav", WAV), ("msg0001.txt", b"callerid=zq13900000000")), Auto_Submitted="auto-generated",
    )  # fmt: skip
    arrival, client = make_mail.taken(raw), browser(make.clerk())
    assert (arrival.stage, arrival.why) == ("held", "spoken")
    assert "zq1390" not in text(send(client, arrival, "open"))
    send(client, arrival, "take", words="路灯坏了。")
    case = Case.objects.get()
    assert (case.channel, case.email) == ("phone", "")
    assert [f.name for f in files_of(case.ref)] == ["msg0001.wav"]


def test_any_other_mail_with_a_sound_is_a_mail(settings: Settings) -> None:
    settings.YIMEN_VOICEMAIL_FROM = "pbx@example.org"
    make_mail.taken(make_mail.mail(files=(("song.wav", WAV),)))
    assert Case.objects.get().channel == "letter"


def test_only_the_towns_own_desk_listens() -> None:
    arrival = spoken()
    for who in ("one-door-1-clerk", "urban-handler", "one-door-supervisor", "town-office-administrator"):
        assert listened(browser(make.posted(who)), arrival).status_code == 404
    assert browser(make.clerk()).post(f"/desk/arrivals/{arrival.pk}/sound/").status_code == 405
    assert list(looks_of(arrival.ref)) == []
