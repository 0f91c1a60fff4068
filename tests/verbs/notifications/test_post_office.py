"""A letter is sent once: it may be late, it may be uncertain, it never goes out twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from django.db import close_old_connections, connections, transaction
from pytest_django.fixtures import Settings

from tests.verbs.notifications.mail_servers import Box, free_port, serving, together, use
from tests.verbs.notifications.some_words import words
from yimen.notifications import carriers, post_office
from yimen.notifications.carriers import Result
from yimen.notifications.letters import promise_letter
from yimen.notifications.models import Letter
from yimen.notifications.post_office import Sent, send_waiting
from yimen.notifications.rules import LEASE, TRY_AGAIN_AFTER

MONDAY = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
ADDRESS = "tenzin@example.org"
__all__ = ["words"]  # the fixture
pytestmark = [pytest.mark.usefixtures("words"), pytest.mark.filterwarnings("ignore:.*Session.login_data.*")]


def promised(*, way: str = "email", address: str = ADDRESS, **changed: Any) -> Letter:  # noqa: ANN401 – a letter's parts
    usual = {"subject": "case:1", "language": "en", "at": MONDAY, "office": "Housing", "opinion": "It is mended."}
    return promise_letter("case-answered", way=way, address=address, **{**usual, **changed})


def now(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_an_accepted_mail_is_sent_and_its_address_forgotten(settings: Settings) -> None:
    letter, box = promised(opinion="修好了 བཟོས་ཟིན།", language="zh-hans"), Box()
    with serving(box, settings):
        assert send_waiting(MONDAY) == Sent(sent=1)
        assert not send_waiting(MONDAY + timedelta(days=1))
    (mail,) = box.mails
    assert (mail["To"], mail["Subject"]) == (ADDRESS, "Housing已答复")
    assert mail.get_content().splitlines() == letter.body.splitlines()
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "zh-Hans")
    assert mail["Message-ID"].startswith(f"<letter-{letter.pk}-")
    sent = now(letter)
    assert (sent.state, sent.address, sent.next_at) == ("sent", "", None)
    assert sent.sent_at is not None
    assert timedelta(0) <= sent.sent_at - MONDAY < timedelta(seconds=30)


@pytest.mark.parametrize(
    "box", [Box(to_recipient="550 no such person"), Box(to_recipient="451 later"), Box(to_mail="554 spam")]
)
def test_a_mail_that_the_server_refuses_is_tried_again_later(box: Box, settings: Settings) -> None:
    letter = promised()
    with serving(box, settings):
        assert send_waiting(MONDAY) == Sent(retried=1)
        assert not send_waiting(MONDAY + timedelta(seconds=50))
    waiting = now(letter)
    assert (waiting.state, waiting.tries, waiting.address) == ("waiting", 1, ADDRESS)
    assert waiting.next_at is not None
    assert timedelta(minutes=1) <= waiting.next_at - MONDAY < timedelta(minutes=1, seconds=30)


def test_a_server_that_hangs_up_after_it_has_the_mail_leaves_it_uncertain(settings: Settings) -> None:
    letter, box = promised(), Box(hang_up=True)
    with serving(box, settings):
        assert send_waiting(MONDAY) == Sent(uncertain=1)
        assert not send_waiting(MONDAY + timedelta(days=2))
    assert len(box.mails) == 1
    assert (now(letter).state, now(letter).address) == ("uncertain", "")


def test_a_server_that_was_away_gets_the_letter_when_it_is_back(settings: Settings) -> None:
    letter, box, port = promised(), Box(), free_port()
    use(settings, port)
    assert send_waiting(MONDAY) == Sent(retried=1)
    with serving(box, settings, port):
        assert send_waiting(MONDAY + timedelta(minutes=2)) == Sent(sent=1)
    assert len(box.mails) == 1
    assert now(letter).tries == 2


def test_after_the_last_try_the_letter_has_failed(settings: Settings) -> None:
    use(settings, free_port())
    letter, at, waited = promised(), MONDAY, []
    for _ in TRY_AGAIN_AFTER:
        assert send_waiting(at) == Sent(retried=1)
        next_at = now(letter).next_at
        assert next_at is not None
        waited.append(round((next_at - at) / timedelta(minutes=1)))
        at = next_at
    assert waited == [1, 5, 30, 120, 720]
    assert send_waiting(at) == Sent(failed=1)
    assert (now(letter).state, now(letter).address) == ("failed", "")


@pytest.mark.parametrize("address", ["a@b\nBcc: all@example.org", "@", "a@example.org, all@example.org"])
def test_an_address_that_cannot_be_one_stops_no_other_letter(address: str, settings: Settings) -> None:
    bad, good, box = promised(address=address), promised(), Box()
    with serving(box, settings):
        assert send_waiting(MONDAY) == Sent(sent=1, retried=1)
    assert (now(bad).state, now(good).state) == ("waiting", "sent")
    assert [mail["To"] for mail in box.mails] == [ADDRESS]


def test_the_message_id_is_the_same_at_each_try_and_another_for_each_letter() -> None:
    one, other = promised(), promised()
    ids = [carriers.message_of(letter).extra_headers["Message-ID"] for letter in (one, now(one), other)]
    assert ids[0] == ids[1] != ids[2]


def test_without_a_mail_server_mail_goes_to_the_outbox(settings: Settings, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", tmp_path
    promised()
    assert send_waiting(MONDAY) == Sent(sent=1)
    (mail,) = tmp_path.iterdir()
    assert ADDRESS in mail.read_text()


def test_an_outbox_that_cannot_be_written_is_tried_again(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "file"
    promised()
    assert send_waiting(MONDAY) == Sent(retried=1)


def test_a_text_message_says_what_it_is_about_and_nothing_that_was_written(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    letter = promised(way="sms", address="13800000000", opinion="You were right about your neighbour.")
    assert send_waiting(MONDAY) == Sent(sent=1)
    text = (tmp_path / "outbox-sms" / f"letter-{letter.pk}.txt").read_text()
    assert text.startswith("To: 13800000000\n")
    assert "Housing has answered" in text
    assert "neighbour" not in text
    assert "neighbour" in now(letter).body


def test_where_the_town_sends_no_text_messages_the_letter_stays_under_the_receipt(settings: Settings) -> None:
    settings.YIMEN_SMS = "off"
    letter = promised(way="sms", address="13800000000")
    assert send_waiting(MONDAY) == Sent(retried=1)
    assert now(letter).state == "waiting"


def test_a_worker_that_died_with_a_letter_leaves_it_uncertain(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: Letter) -> NoReturn:
        raise KeyboardInterrupt

    letter, box = promised(), Box()
    monkeypatch.setattr(post_office, "carry", killed)
    with pytest.raises(KeyboardInterrupt):
        send_waiting(MONDAY)
    monkeypatch.undo()
    assert now(letter).state == "sending"
    with serving(box, settings):
        assert not send_waiting(MONDAY + LEASE)  # it may still be at work
        assert send_waiting(MONDAY + LEASE + timedelta(minutes=1)) == Sent(uncertain=1)
        assert not send_waiting(MONDAY + timedelta(days=1))
    assert (now(letter).state, now(letter).address, box.mails) == ("uncertain", "", [])


def test_an_error_of_ours_leaves_the_letter_uncertain_and_stops_no_other_one(
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    tmp_path: Path,
) -> None:
    def broken(*_: object) -> NoReturn:
        raise ZeroDivisionError

    settings.HOME = tmp_path
    monkeypatch.setitem(carriers.TRANSPORTS, "odd", broken)
    settings.YIMEN_SMS = "odd"
    promised(way="sms", address="138")
    assert send_waiting(MONDAY) == Sent(uncertain=1)
    settings.YIMEN_SMS = "outbox"
    promised(way="sms", address="138")
    assert send_waiting(MONDAY) == Sent(sent=1)


def test_nothing_of_the_address_gets_into_the_log(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    promised()
    with serving(Box(to_recipient=f"550 {ADDRESS} is unknown"), settings):
        send_waiting(MONDAY)
    assert "was not accepted" in caplog.text
    assert ADDRESS not in caplog.text


def test_at_most_so_many_at_once_and_the_longest_waiting_first(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    later = promised(way="sms", address="1", at=MONDAY - timedelta(hours=1))
    first = promised(way="sms", address="1", at=MONDAY - timedelta(hours=2))
    assert send_waiting(MONDAY, most=1) == Sent(sent=1)
    assert (now(first).state, now(later).state) == ("sent", "waiting")


def test_when_there_is_nothing_to_do_it_asks_once(sql: Callable[..., Any]) -> None:
    promised(way="here")
    with sql(at_most=1):
        assert not send_waiting(MONDAY)


@pytest.mark.django_db(transaction=True)
def test_the_claim_is_committed_before_anything_leaves_the_house(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    promised(way="sms", address="1")
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        send_waiting(MONDAY)
    assert not (tmp_path / "outbox-sms").exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_letter_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    letters, box, start = [promised() for _ in range(6)], Box(), together(2)
    truly = post_office._claimed

    def both_have_read(letter: Letter, at: datetime) -> bool:
        if letter.pk == letters[0].pk:
            start.wait()
        return truly(letter, at)

    def worker() -> Sent:
        try:
            return send_waiting(MONDAY)
        finally:
            connections.close_all()

    monkeypatch.setattr(post_office, "_claimed", both_have_read)
    with serving(box, settings), ThreadPoolExecutor(2) as pool:
        rounds = [each.result() for each in [pool.submit(worker) for _ in range(2)]]
    close_old_connections()
    assert sum(each.sent for each in rounds) == len(letters)
    assert len(box.mails) == len({mail["Message-ID"] for mail in box.mails}) == len(letters)
    assert {now(letter).state for letter in letters} == {"sent"}


def test_what_came_of_a_try_is_one_of_four() -> None:
    assert {result.value for result in Result} == {"accepted", "refused", "unknown", "unwanted"}
