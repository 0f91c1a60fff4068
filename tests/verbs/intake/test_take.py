"""A mail becomes a case: once, with a receipt by mail, whenever the worker is stopped."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from pytest_django.fixtures import Settings

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.files.queries import files_of
from yimen.files.store import DISK_FULL
from yimen.intake import preparing, taking
from yimen.intake.models import Arrival
from yimen.intake.rules import LEASE
from yimen.intake.taking import take_waiting
from yimen.journal.record import history
from yimen.kernel.receipts import read
from yimen.kernel.verdict import Refused
from yimen.notifications.letters import promise_letter
from yimen.notifications.models import Letter
from yimen.notifications.post_office import send_waiting
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_a_mail_becomes_a_case_with_the_clerk_at_the_one_door() -> None:
    arrival = make_mail.taken(make_mail.mail())
    case = Case.objects.get()
    assert case.words == "A lamp\n\nThe street lamp at the bridge is dark.\nPlease mend it."
    assert (case.channel, case.language, case.category, case.tell, case.email) == (
        "letter", "en", None, "email", make_mail.SENDER,
    )  # fmt: skip
    assert case.office_id == make.clerk().office_id
    assert (arrival.stage, arrival.content) == ("taken", b"")
    assert [entry.code for entry in history(arrival.ref)] == ["arrival.received", "arrival.taken"]
    assert history(arrival.ref)[-1].facts == {"case": case.ref}


def test_its_receipt_goes_back_by_mail_and_stands_nowhere(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    make_mail.taken(make_mail.mail("桥头的路灯坏了，晚上很黑。", subject="路灯"))
    (letter,) = make_mail.letters()
    assert "•••••-•••••-•••••" in letter.body
    send_waiting(make.MONDAY)
    (sent,) = outbox.outbox
    assert (sent.to, sent.subject) == ([make_mail.SENDER], "我们收到了您的来信")
    body = str(sent.body)
    code = next(word for line in body.splitlines() for word in line.split() if read(word))
    assert "路灯" not in body
    assert "110、119或120" in body
    assert make_mail.taken(make_mail.mail(f"再补充一点。{code}")).stage == "taken"
    assert Case.objects.count() == 1
    letter.refresh_from_db()
    assert (letter.receipt, letter.address, letter.state) == ("", "", "sent")
    assert code not in letter.body


def test_the_receipt_of_a_letter_that_was_given_up_is_overwritten_too(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    make_mail.taken(make_mail.mail())
    at = make.MONDAY
    for _ in range(6):
        send_waiting(at)
        at += timedelta(days=1)
    assert [(letter.state, letter.receipt) for letter in make_mail.letters()] == [("failed", "")]


def test_files_come_along_and_those_that_cannot_be_taken_are_told_by_name() -> None:
    files = (("note.txt", b"The lamp."), ("all.zip", b"PK\x03\x04" + b"\0" * 60), ("run.exe", b"MZ" + b"\0" * 60))
    make_mail.taken(make_mail.mail(files=files))
    case = Case.objects.get()
    assert [(file.name, file.by) for file in files_of(case.ref)] == [("note.txt", "resident")]
    assert [letter.code for letter in make_mail.letters()] == ["case-received-by-mail", "mail-files-left-out"]
    assert "– all.zip: an archive\n– run.exe: a program or a script" in make_mail.letters()[1].body


def test_words_that_are_too_long_for_a_case_are_all_there_as_a_file() -> None:
    make_mail.taken(make_mail.mail("A lamp is dark.\n" * 1_000))
    case = Case.objects.get()
    assert case.words.endswith("…")
    assert files_of(case.ref)[0].name == "mail.txt"


def test_its_time_runs_from_the_day_on_which_it_came() -> None:
    arrival = make_mail.received(make_mail.mail(), at=make.MONDAY)
    take_waiting(make.MONDAY + timedelta(days=2))
    case = Case.objects.get()
    assert case.received_at == arrival.at == make.MONDAY
    assert case.due_on == make.open_case().due_on


@pytest.mark.parametrize("at", range(5))
def test_stopped_anywhere_it_is_taken_once(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """As if the machine died at this point: the claim is written, what was begun is not."""

    class Dead(BaseException):
        pass

    places = ("submit_case", "tell", "record")
    arrival = make_mail.received(make_mail.mail(files=(("all.zip", b"PK\x03\x04" + b"\0" * 60),)))

    def die(*_: object, **__: object) -> None:
        raise Dead

    with monkeypatch.context() as broken:
        if at < len(places):
            broken.setattr(f"yimen.intake.verbs.take.{places[at]}", die)
        else:
            broken.setattr(preparing, ("take_arrival", "sift")[at - len(places)], die)
        with pytest.raises(Dead):
            take_waiting(make.MONDAY)
    assert (Case.objects.count(), Letter.objects.count()) == (0, 0)
    arrival.refresh_from_db()
    assert (arrival.stage, arrival.content != b"") == ("waiting", True)
    assert take_waiting(make.MONDAY) == 0  # the claim of the dead one still holds
    assert take_waiting(make.MONDAY + LEASE) == 1
    assert (Case.objects.count(), Letter.objects.count()) == (1, 2)
    assert take_waiting(make.MONDAY + 2 * LEASE) == 0


def test_whoever_had_it_and_was_too_slow_does_not_take_it_again() -> None:
    arrival = make_mail.received(make_mail.mail())
    slow = Arrival.objects.get(pk=arrival.pk)
    assert take_waiting(make.MONDAY) == 1
    ready = preparing.prepared(slow, preparing.INLETS["mail"].read(make_mail.mail()), make.MONDAY)
    assert taking._written(slow, ready, (), make.MONDAY).receipt is None
    assert Case.objects.count() == 1


def test_what_kills_every_worker_is_held_and_nothing_waits_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    poison = make_mail.received(make_mail.mail())
    at = make.MONDAY
    for _ in range(3):
        Arrival.objects.filter(pk=poison.pk).update(tries=poison.tries + 1)
        poison.refresh_from_db()
    make_mail.received(make_mail.mail("Another."))
    assert take_waiting(at) == 2
    poison.refresh_from_db()
    assert (poison.stage, poison.why, Case.objects.count()) == ("held", "unreadable", 1)


def test_a_mistake_of_ours_stops_no_worker_and_in_the_end_a_clerk_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    make_mail.received(make_mail.mail("One."))

    def mistaken(*_: object, **__: object) -> None:
        raise TypeError("a mistake")

    with monkeypatch.context() as broken:
        broken.setattr(preparing, "take_arrival", mistaken)
        for turn in range(3):
            assert take_waiting(make.MONDAY + turn * LEASE) == 0
    assert take_waiting(make.MONDAY + 3 * LEASE) == 1
    assert Arrival.objects.get().why == "unreadable"


def test_what_is_refused_half_way_is_held_whole() -> None:
    raw = make_mail.mail("x", files=(("note.txt", b"The lamp."),))
    arrival = make_mail.received(raw)
    with pytest.MonkeyPatch.context() as no_desk:
        no_desk.setattr("yimen.intake.verbs.take.submit_case", refused)
        assert take_waiting(make.MONDAY) == 1
    arrival.refresh_from_db()
    assert (arrival.stage, arrival.why, arrival.content) == ("held", "refused", raw)


def refused(**_: object) -> None:
    raise Refused("No.")


def test_on_a_full_disk_it_waits_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    make_mail.received(make_mail.mail(files=(("note.txt", b"The lamp."),)))
    with monkeypatch.context() as full:

        def no_room(*_: object) -> None:
            raise Refused(DISK_FULL)

        full.setattr(taking, "put_all", no_room)
        assert take_waiting(make.MONDAY) == 0
    arrival = Arrival.objects.get()
    assert (arrival.stage, arrival.tries) == ("waiting", 0)
    assert take_waiting(make.LATER) == 1
    assert Case.objects.count() == 1


def test_a_clerk_takes_a_held_one_by_hand_and_its_resident_sees_that_look() -> None:
    arrival = make_mail.held()
    clerk = make.clerk()
    sent = preparing.submission_of(arrival, preparing.INLETS["mail"].read(make_mail.mail(sender="")))
    receipt = preparing.take_arrival(by=clerk, arrival=arrival, sent=sent, at=make.LATER)
    assert [look.purpose for look in looks_of(receipt.case.ref)] == ["arrival"]
    assert history(arrival.ref)[-1].by == clerk.ref
    with pytest.raises(Refused, match="service desk"):
        preparing.take_arrival(by=make.posted("one-door-1-clerk"), arrival=make_mail.held(), sent=sent, at=make.LATER)


def test_an_idle_round_is_one_statement(sql: Callable[..., Any]) -> None:
    make.town()
    with sql(at_most=1):
        assert take_waiting(make.MONDAY) == 0


def test_a_letter_that_stays_in_the_house_keeps_no_receipt() -> None:
    make.town()
    letter = promise_letter(
        "case-received-by-mail", subject="case:1", language="en", way="here", address="", at=make.MONDAY,
        receipt="7K2MP9QXR4HTW6C", office="x", telephone="x", due="x", explanation="x",
    )  # fmt: skip
    assert letter.receipt == ""
    assert "7K2MP" not in letter.body
