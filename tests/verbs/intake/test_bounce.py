"""A letter of ours that could not be delivered: it has failed, and nobody is looked up."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from django.core import mail as outbox
from pytest_django.fixtures import Settings

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.journal.record import history
from yimen.notifications.marks import mark_of
from yimen.notifications.models import Letter
from yimen.notifications.post_office import send_waiting

pytestmark = pytest.mark.django_db
REPORT = """\
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: door@localhost
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <{number}.report@mx.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0800

Final-Recipient: rfc822; tenzin@example.org
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: {kind}

From: door@localhost
Message-ID: <{mark}@localhost>
Subject: We have received your mail

--b--
"""


def report(
    letter: Letter, *, action: str = "failed", kind: str = "message/rfc822", mark: str = "", number: int = 1
) -> bytes:
    text = REPORT.format(action=action, kind=kind, mark=mark or mark_of(letter.pk), number=number)
    return text.replace("\n", "\r\n").encode()


@pytest.fixture
def letter(settings: Settings) -> Letter:
    """Sent, and accepted by a server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    make_mail.taken(make_mail.mail(message_id="<first@example.org>"))
    send_waiting(make.MONDAY)
    return Letter.objects.get()


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_the_letter_has_failed_and_its_case_says_so_to_both_sides(letter: Letter, kind: str) -> None:
    arrival = make_mail.taken(report(letter, kind=kind), at=make.LATER)
    case = Case.objects.get()
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, bool(letter.body)) == ("failed", None, True)
    assert history(case.ref)[-1].code == "case.letter_returned"
    assert (arrival.stage, arrival.content) == ("taken", b"")
    assert [entry.code for entry in history(arrival.ref)] == ["arrival.received", "arrival.bounced"]
    again = make_mail.taken(report(letter, number=2), at=make.LATER)
    assert (again.stage, again.why) == ("aside", "automatic")
    assert [entry.code for entry in history(case.ref)].count("case.letter_returned") == 1


def test_what_only_waits_and_what_somebody_made_up_changes_nothing(letter: Letter) -> None:
    for raw in (
        report(letter, action="delayed"),
        report(letter, mark=f"letter-{letter.pk}-0000000000000000", number=2),
        report(letter, number=3).replace(b"multipart/report", b"multipart/mixed"),
    ):
        assert make_mail.taken(raw).stage == "aside"
    letter.refresh_from_db()
    assert (letter.state, Case.objects.count()) == ("sent", 1)


def test_our_letters_stand_with_the_mail_and_with_each_other(letter: Letter) -> None:
    case = Case.objects.get()
    make.answered(case, at=make.MONDAY)
    send_waiting(make.LATER)
    first, *_, last = (sent.message() for sent in outbox.outbox)
    assert (first["In-Reply-To"], first["References"]) == ("<first@example.org>", "<first@example.org>")
    marks = [sent.message()["Message-ID"] for sent in outbox.outbox]
    assert last["References"].split() == [marks[0], marks[-2]] if len(marks) > 2 else [marks[0]]
    assert last["In-Reply-To"] == marks[-2]
    assert [str(one.answers) for one in Letter.objects.all()] == [""] * len(marks)


@pytest.mark.parametrize("made_up", ["<a b@example.org>", "<no\u4e2d@example.org>", "nothing", "<x\x07@example.org>"])
def test_a_message_id_that_no_head_can_hold_is_left_out(settings: Settings, made_up: str) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = make_mail.SENDER, "A lamp"
    mail.set_content("It is dark.")
    make_mail.taken(f"Message-ID: {made_up}\r\n".encode() + mail.as_bytes())
    send_waiting(make.MONDAY)
    assert [letter.state for letter in make_mail.letters()] == ["sent"]
    assert outbox.outbox[-1].message()["In-Reply-To"] is None
