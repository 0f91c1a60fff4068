"""Mails for the tests: written as people and programs write them, and how they come in."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid

from tests import make
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.taking import take_waiting
from yimen.intake.verbs.receive import receive_arrival
from yimen.notifications.models import Letter

SENDER = "tenzin@example.org"
LAMP = "The street lamp at the bridge is dark.\nPlease mend it."
#: The standard test file of all virus scanners (eicar.org); in two pieces, so that this file is none itself.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def mail(
    text: str = LAMP,
    *,
    subject: str = "A lamp",
    sender: str = SENDER,
    files: tuple[tuple[str, bytes], ...] = (),
    **head: str,
) -> bytes:
    """A mail as a resident's program writes it; ``head`` are more lines of its head, with _ for -."""
    letter = EmailMessage(policy=SMTP)
    if sender:
        letter["From"] = sender
    letter["To"] = "door@localhost"
    letter["Subject"] = subject
    letter["Message-ID"] = head.pop("message_id", None) or make_msgid(domain="example.org")
    for name, value in head.items():
        letter[name.replace("_", "-")] = value
    letter.set_content(text)
    for name, content in files:
        letter.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return letter.as_bytes()


def received(raw: bytes, at: datetime = make.MONDAY) -> Arrival:
    """It has come in, and waits."""
    make.town()
    assert receive_arrival(by=NEWCOMER, channel="mail", content=raw, at=at)
    return Arrival.objects.latest("id")


def taken(raw: bytes, at: datetime = make.MONDAY) -> Arrival:
    """It has come in, and the worker has looked at it."""
    arrival = received(raw, at)
    take_waiting(at)
    return Arrival.objects.get(pk=arrival.pk)


def held(raw: bytes | None = None) -> Arrival:
    """A mail that a clerk has to look at: it does not say where an answer can go."""
    return taken(raw or mail(sender=""))


def letters() -> list[Letter]:
    """All that was promised, oldest first."""
    return list(Letter.objects.order_by("id"))
