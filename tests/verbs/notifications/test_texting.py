"""Text messages out: by a gateway or by gammu-smsd, what became of them, and numbers that want none."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests import make, make_mail
from tests.verbs.notifications.mail_servers import free_port
from tests.verbs.notifications.text_gateway import Gateway, answering
from yimen.cases.rules import Way
from yimen.notifications.forgetting import forget_silence
from yimen.notifications.marks import mark_of
from yimen.notifications.models import Letter, Silence
from yimen.notifications.post_office import Sent, send_waiting
from yimen.notifications.reports import note_report
from yimen.notifications.silence import KEPT, is_silenced, silence

pytestmark = pytest.mark.django_db
NUMBER = "+8613900000000"


def letter(number: str = NUMBER) -> Letter:
    """A case was received; its resident wants to be told by text message."""
    make.case(tell=Way.SMS, phone=number)
    return Letter.objects.latest("id")


def now(one: Letter) -> Letter:
    return Letter.objects.get(pk=one.pk)


def test_the_gateway_gets_number_text_and_our_mark(settings: Settings) -> None:
    one, gateway = letter(), Gateway()
    with answering(gateway, settings):
        assert send_waiting(make.MONDAY) == Sent(sent=1)
    [asked], [head] = gateway.asked, gateway.heads
    assert (asked["to"], asked["id"], asked["language"]) == (NUMBER, mark_of(one.pk), "zh-hans")
    assert asked["text"] == "我们收到了您反映的事项。凭受理码可以查看。"
    assert head["path"] == "/send?unit=town"
    assert head["Authorization"] == "Basic dG93bjpzOmNyZXQ="
    assert (now(one).state, now(one).address) == ("sent", "")


@pytest.mark.parametrize(
    ("gateway", "came"),
    [
        (Gateway(400), Sent(retried=1)), (Gateway(429), Sent(retried=1)), (Gateway(503), Sent(retried=1)),
        (Gateway(500), Sent(uncertain=1)), (Gateway(hangs_up=True), Sent(uncertain=1)),
    ],
)  # fmt: skip
def test_it_is_tried_again_only_where_it_was_certainly_not_taken(
    gateway: Gateway, came: Sent, settings: Settings
) -> None:
    letter()
    with answering(gateway, settings):
        assert send_waiting(make.MONDAY) == came


def test_a_gateway_that_is_away_or_none_at_all_is_tried_again(settings: Settings) -> None:
    settings.YIMEN_SMS = "gateway"
    for address in (f"http://127.0.0.1:{free_port()}/", "", "ftp://x"):
        settings.YIMEN_SMS_GATEWAY = address
        letter()
    assert send_waiting(make.MONDAY) == Sent(retried=3)


def test_gammu_gets_a_file_that_no_half_of_can_be_seen(settings: Settings, tmp_path: Path) -> None:
    settings.YIMEN_SMS, settings.YIMEN_SMS_GAMMU = "gammu", str(tmp_path)
    one = letter()
    assert send_waiting(make.MONDAY) == Sent(retried=1), "its folder is not there yet"
    (tmp_path / "outbox").mkdir()
    assert send_waiting(make.MONDAY + timedelta(minutes=2)) == Sent(sent=1)
    [path] = (tmp_path / "outbox").iterdir()
    assert path.name == f"OUTM20260302_020000_00_{NUMBER}_{mark_of(one.pk)}.txtd"
    assert path.read_bytes().decode("utf-16") == "我们收到了您反映的事项。凭受理码可以查看。"
    letter("../../etc 139")
    assert send_waiting(make.MONDAY) == Sent(retried=1), "what is no number is no name of a file"


def test_reports_mark_the_letter_they_are_about(settings: Settings) -> None:
    one, other = letter(), letter()
    with answering(Gateway(), settings):
        send_waiting(make.MONDAY)
    assert note_report(mark_of(one.pk), arrived=True, at=make.LATER)
    assert now(one).arrived_at == make.LATER
    assert not note_report(mark_of(one.pk), arrived=False, at=make.LATER), "what has arrived has arrived"
    assert note_report(f"OUTM_{mark_of(other.pk)}.txtd", arrived=False, at=make.LATER)
    assert (now(other).state, now(other).sent_at) == ("failed", None)
    for mark in (f"letter-{one.pk}-0123456789abcdef", "", mark_of(999)):
        assert not note_report(mark, arrived=True, at=make.LATER)


def test_a_report_settles_what_was_uncertain(settings: Settings) -> None:
    one = letter()
    with answering(Gateway(500), settings):
        send_waiting(make.MONDAY)
    assert note_report(mark_of(one.pk), arrived=True, at=make.LATER)
    assert (now(one).state, now(one).arrived_at) == ("sent", make.LATER)


def test_a_number_that_wants_none_gets_none_however_it_is_written(settings: Settings) -> None:
    silence("139 0000 0000", make.MONDAY)
    one, gateway = letter(), Gateway()
    with answering(gateway, settings):
        assert not send_waiting(make.MONDAY).sent
    assert gateway.asked == []
    assert (now(one).state, now(one).address, now(one).next_at) == ("kept", "", None)
    assert not any("139" in str(value) for value in Silence.objects.values().get().values())


def test_it_is_forgotten_after_three_years() -> None:
    silence(NUMBER, make.MONDAY)
    assert forget_silence(make.MONDAY + KEPT) == 0
    assert forget_silence(make.MONDAY + KEPT + timedelta(days=1)) == 1
    assert not is_silenced(NUMBER)
    assert make_mail.letters() == []
