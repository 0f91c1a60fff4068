"""Text messages that come in: a matter of their own, more about one, or a question to the program."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests import make, make_mail
from yimen.cases.models import Case, Message
from yimen.cases.rules import Way
from yimen.intake.channels.sms.texts import written
from yimen.intake.forgetting import forget_known
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.rules import SEEN_KEPT
from yimen.intake.taking import take_now, take_waiting
from yimen.intake.verbs.receive import receive_arrival
from yimen.journal.models import Entry
from yimen.kernel.receipts import shown
from yimen.notifications.carriers import sms_of
from yimen.notifications.marks import mark_of
from yimen.notifications.models import Letter
from yimen.notifications.post_office import send_waiting
from yimen.notifications.silence import is_silenced
from yimen.privacy.looks import looks_of
from yimen.privacy.rules import MOST_WRONG

pytestmark = pytest.mark.django_db
NUMBER = "+8613900000000"


def texts(text: str, *, sender: str = NUMBER, name: str = "") -> None:
    """It came, and was taken at once."""
    make.town()
    take_now("sms", written(sender, text, name or f"{text}{Arrival.objects.count()}"), make.MONDAY)


def answers() -> list[tuple[str, str]]:
    """What was answered by text message: code and language."""
    return [(each.code, each.language) for each in make_mail.letters() if each.way == "sms"]


def test_a_text_with_words_is_a_case_and_the_receipt_goes_back_by_text() -> None:
    texts("小学门口的路灯三天没亮了。")
    case, [letter] = Case.objects.get(), make_mail.letters()
    assert (case.channel, case.tell, case.phone, case.language) == ("phone", "sms", NUMBER, "zh-hans")
    assert (letter.code, letter.way, letter.address) == ("case-received-by-sms", "sms", NUMBER)
    said = sms_of(letter)
    assert shown(letter.receipt) in said
    assert letter.receipt not in letter.body
    assert len(said) <= 2 * 67, "two parts of a text message"
    assert "路灯" not in said


def test_with_a_receipt_it_belongs_to_that_case() -> None:
    made = make.receipt()
    texts(f"It is the left one. {shown(made.code)}")
    assert Case.objects.count() == 1
    assert [message.text for message in Message.objects.all()] == [f"It is the left one. {shown(made.code)}"]


@pytest.mark.parametrize(
    ("word", "language", "state"), [("STATUS", "en", "Answered"), ("查询", "zh-hans", "已答复"), ("གནས་ཚུལ།", "bo", "")]
)
def test_where_it_stands_is_answered_in_the_language_of_the_question(word: str, language: str, state: str) -> None:
    made = make.receipt(words="zqwords", language="zh-hans")
    make.answered(made.case, at=make.MONDAY)
    letters = Letter.objects.count()
    texts(f"{word} {shown(made.code)}")
    [letter] = make_mail.letters()[letters:]
    assert (letter.code, letter.language, letter.address) == ("sms-standing", language, NUMBER)
    said = sms_of(letter)
    assert state in said
    assert not [hidden for hidden in ("zqwords", "burns", made.code, shown(made.code)) if hidden in said]
    assert Case.objects.count() == 1
    assert len(looks_of(made.case.ref)) == 0, "a resident's own question is no look by staff"
    assert Arrival.objects.get().content == b""


def test_while_it_is_open_the_date_is_said() -> None:
    texts(f"status {make.receipt().code}")
    assert "You hear from us by" in sms_of(make_mail.letters()[-1])


def test_an_unknown_receipt_is_said_and_of_too_many_none_is_answered() -> None:
    made = make.receipt()
    Case.objects.all().delete()
    for number in range(MOST_WRONG + 3):
        texts(f"STATUS {made.code}", name=str(number))
    assert answers().count(("sms-unknown", "en")) in {MOST_WRONG, 20}
    assert not Case.objects.exists()


def test_stop_and_start_work_however_much_has_come_from_there(settings: Settings) -> None:
    settings.YIMEN_MAILS_AN_HOUR = 2
    for number in range(4):
        texts(f"Lamp {number} is dark.")
    assert Case.objects.count() == 2
    assert Arrival.objects.filter(stage="held", why="too_many").count() == 2
    texts("STOP")
    assert is_silenced(NUMBER)
    texts("恢复")
    assert not is_silenced(NUMBER)
    assert answers()[-2:] == [("sms-stopped", "en"), ("sms-started", "zh-hans")]
    assert Entry.objects.filter(code="text.answered").count() == 2


def test_after_stop_letters_stay_under_the_receipt_but_what_is_asked_is_answered(settings: Settings) -> None:
    settings.YIMEN_SMS = "outbox"
    made = make.receipt(tell=Way.SMS, phone=NUMBER)
    texts("退订")
    texts(f"查询{made.code}")
    send_waiting(make.MONDAY + timedelta(minutes=1))
    states = dict(Letter.objects.values_list("code", "state"))
    assert states == {"case-received": "kept", "sms-stopped": "sent", "sms-standing": "sent"}


def test_what_a_bank_sends_waits_aside_and_is_never_answered() -> None:
    texts("Your code is 1234", sender="BANK")
    assert (Arrival.objects.get().stage, make_mail.letters()) == ("aside", [])


def test_the_gateways_address_takes_texts_and_reports(settings: Settings) -> None:
    make.town()
    settings.YIMEN_SMS_SECRET = "zqsecret"

    def comes(body: bytes, key: str = "zqsecret") -> Any:  # noqa: ANN401 – the test client's own type
        return Client().post(f"/come/sms/?key={key}", body, content_type="application/json")

    assert comes(written(NUMBER, "路灯坏了。", "1"), "wrong").status_code == 403
    for _ in range(2):
        answer = comes(written(NUMBER, "路灯坏了。", "1"))
        assert (answer.status_code, answer.content) == (200, b"ok"), "the receipt goes to nobody but the telephone"
    letter = make_mail.letters()[0]
    send_waiting(make.MONDAY + timedelta(days=1000))
    report = f'{{"id": "{mark_of(letter.pk)}", "delivered": true}}'.encode()
    assert comes(report).status_code == 200
    assert Letter.objects.get(pk=letter.pk).arrived_at is not None
    assert Case.objects.count() == Arrival.objects.count() == 1
    assert comes(b"{}").status_code == 200
    assert Arrival.objects.latest("id").why == "automatic"


def test_what_was_answered_is_forgotten_with_its_answer() -> None:
    texts("STOP")
    assert len(make_mail.letters()) == 1
    forget_known(make.MONDAY + SEEN_KEPT + timedelta(days=1))
    assert (make_mail.letters(), Arrival.objects.count()) == ([], 0)


def test_how_much_a_text_asks_of_the_database(sql: Callable[..., Any]) -> None:
    made = make.receipt()
    texts("The first one.")  # what a process reads once is read
    for most, text in ((21, "The lamp at the bridge is dark."), (12, f"STATUS {made.code}"), (11, "STOP")):
        content = written(NUMBER, text, text)
        with sql(at_most=most):
            take_now("sms", content, make.MONDAY)
    send_waiting(make.MONDAY)
    make.case(tell=Way.SMS, phone="13900000001")
    with sql(at_most=4):  # which are due; claimed; wanted there; sent
        send_waiting(make.MONDAY)


def part(number: int, of: int = 3, *, ref: str = "83", sender: str = NUMBER) -> bytes:
    """One part of a long message, as a gateway brings it that does not join."""
    text = ("The lamp at the bridge ", "has been dark ", "for three days.")[number - 1]
    return json.dumps({"from": sender, "text": text, "ref": ref, "part": number, "parts": of}).encode()


def test_the_parts_of_a_long_message_are_one_in_whatever_order_they_come() -> None:
    make.town()
    for content in (part(3), part(1), part(1, sender="13900000001"), part(1, ref="84"), part(1)):
        assert take_now("sms", content, make.MONDAY) is None
    assert not Case.objects.exists()
    assert take_now("sms", part(2), make.MONDAY) is not None
    assert Case.objects.get().words == "The lamp at the bridge has been dark for three days."
    assert Counter(Arrival.objects.values_list("stage", flat=True)) == {"taken": 3, "waiting": 2}
    assert not take_waiting(make.MONDAY + timedelta(minutes=1)), "the others go on waiting"


def test_a_part_that_never_comes_keeps_nothing_waiting_and_one_that_is_late_is_not_lost() -> None:
    make.town()
    for number in (1, 3):
        take_now("sms", part(number), make.MONDAY)
    take_waiting(make.MONDAY + timedelta(minutes=11))
    assert [case.words for case in Case.objects.all()] == ["The lamp at the bridge for three days."]
    later = make.MONDAY + timedelta(hours=1)
    take_now("sms", part(2), later)
    take_waiting(later + timedelta(minutes=11))
    assert [case.words for case in Case.objects.order_by("id")][1:] == ["has been dark"]


def test_parts_that_share_a_bunch_are_one() -> None:
    make.town()
    for number in (1, 2, 3):
        receive_arrival(by=NEWCOMER, channel="sms", content=part(number), at=make.MONDAY)
    take_waiting(make.MONDAY)
    assert Case.objects.get().words == "The lamp at the bridge has been dark for three days."
    assert set(Arrival.objects.values_list("stage", "next_at")) == {("taken", None)}
