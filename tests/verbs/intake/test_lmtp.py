"""A mail server hands mail in, and is told yes only when it is on the disk."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DatabaseError

from tests import make_mail
from tests.verbs.notifications.mail_servers import free_port
from yimen.intake.channels.mail import lmtp
from yimen.intake.channels.mail.lmtp import listening
from yimen.kernel.verdict import Refused


class Town:
    """Writes down, or cannot."""

    def __init__(self, *, works: bool = True) -> None:
        self.mails: list[bytes] = []
        self.works = works

    def receive(self, mail: bytes, beginning_only: bool) -> None:  # noqa: FBT001 – see Receive
        assert not beginning_only
        if not self.works:
            raise DatabaseError("locked")
        self.mails.append(mail)


@contextmanager
def handing_in(town: Town, place: str = "") -> Iterator[smtplib.LMTP]:
    place = place or f"127.0.0.1:{free_port()}"
    server = listening(place, town.receive)
    server.start()
    host, _, port = place.rpartition(":")
    try:
        with smtplib.LMTP(host or place, int(port) if host else 0) as client:
            yield client
    finally:
        server.stop()


def test_it_is_here_word_for_word_with_where_it_came_from() -> None:
    town, raw = Town(), make_mail.mail("x" * 5_000 + "\n.\n路灯")
    with handing_in(town) as client:
        assert client.sendmail("a@example.org", ["door@localhost"], raw) == {}
        client.sendmail("", ["door@localhost"], raw)
    assert town.mails == [b"Return-Path: <a@example.org>\r\n" + raw, b"Return-Path: <>\r\n" + raw]


def test_for_two_it_is_one_mail_and_both_are_answered() -> None:
    town = Town()
    with handing_in(town) as client:
        client.ehlo()
        client.mail("a@example.org")
        for recipient in ("door@localhost", "town@localhost"):
            client.rcpt(recipient)
        assert client.data(make_mail.mail())[0] == client.getreply()[0] == 250  # RFC 2033: one answer for each
        assert client.noop()[0] == 250
    assert len(town.mails) == 1


def test_what_is_not_on_the_disk_stays_with_its_server() -> None:
    with handing_in(Town(works=False)) as client, pytest.raises(smtplib.SMTPException) as error:
        client.sendmail("a@example.org", ["door@localhost"], make_mail.mail())
    assert "451" in str(error.value)


def test_one_that_is_too_large_is_refused_so_that_its_sender_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lmtp, "LARGEST", 5_000)
    town = Town()
    with handing_in(town) as client, pytest.raises(smtplib.SMTPException):
        client.sendmail("a@example.org", ["door@localhost"], make_mail.mail("x\n" * 5_000))
    assert town.mails == []


def test_a_socket_in_a_folder_will_do_as_well(tmp_path: Path) -> None:
    town = Town()
    with handing_in(town, str(tmp_path / "lmtp.sock")) as client:
        client.sendmail("a@example.org", ["door@localhost"], make_mail.mail())
    assert len(town.mails) == 1
    for nowhere in ("8024", "host:", "host:x"):
        with pytest.raises(Refused, match="no place"):
            listening(nowhere, town.receive)
