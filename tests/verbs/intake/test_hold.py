"""What cannot be taken by itself waits for a clerk, and what programs write is never answered."""

from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.intake.forgetting import forget_held, forget_known
from yimen.intake.models import Arrival
from yimen.journal.record import history
from yimen.notifications.carriers import mark_of
from yimen.notifications.models import Letter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (make_mail.mail(sender=""), "no_address"),
        (make_mail.mail(sender="nobody at all"), "no_address"),
        (make_mail.mail("", subject=""), "empty"),
        (b"no head, no body", "unreadable"),
        (b"", "unreadable"),
        (b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n.\r\n" * 400, "unreadable"),
        (make_mail.mail(Auto_Submitted="auto-replied"), "automatic"),
    ],
)
def test_what_a_clerk_has_to_look_at_is_held_whole(raw: bytes, why: str) -> None:
    arrival = make_mail.taken(raw)
    stage = "aside" if why == "automatic" else "held"
    assert (arrival.stage, arrival.why, arrival.content) == (stage, why, raw)
    assert [entry.code for entry in history(arrival.ref)] == ["arrival.received", "arrival.held"]
    assert (Case.objects.count(), Letter.objects.count()) == (0, 0)


def test_a_letter_of_ours_that_comes_back_starts_nothing(settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Kelsang <door@kelsang.example>"
    make_mail.taken(make_mail.mail(sender="door@kelsang.example"))
    case = make.case(language="en")
    mark = mark_of(Letter.objects.get().pk)
    bounce = make_mail.mail(
        "Delivery failed.", sender="MAILER-DAEMON@mx.example", references=f"<{mark}@kelsang.example>", Return_Path="<>"
    )
    assert make_mail.taken(bounce).why == "automatic"
    assert make.fresh(case).version == case.version
    assert Letter.objects.count() == 1


def test_very_many_from_one_address_wait_and_only_the_first_of_them_is_told(settings: Settings) -> None:
    settings.YIMEN_MAILS_AN_HOUR = 2
    for number in range(5):
        make_mail.taken(make_mail.mail(f"Lamp {number}"))
    make_mail.taken(make_mail.mail("Mine.", sender="another@example.org"))
    assert (Case.objects.count(), Arrival.objects.filter(why="too_many").count()) == (3, 3)
    assert [letter.code for letter in make_mail.letters()].count("mail-too-many") == 1
    make_mail.taken(make_mail.mail("Later."), at=make.MONDAY + timedelta(hours=1))
    assert Case.objects.count() == 4


def test_programs_mails_go_after_two_weeks_others_after_a_year_and_marks_after_ninety_days(settings: Settings) -> None:
    settings.YIMEN_MAILS_AN_HOUR = 1
    make_mail.taken(make_mail.mail("One."))
    make_mail.taken(make_mail.mail("Two."))
    make_mail.taken(make_mail.mail(Precedence="bulk"))
    assert [forget_held(make.MONDAY + timedelta(days=days)) for days in (13, 15, 364, 366)] == [0, 1, 0, 1]
    assert [letter.code for letter in make_mail.letters()] == ["case-received-by-mail"]
    assert [forget_known(make.MONDAY + timedelta(days=days)) for days in (89, 91)] == [0, 1]
