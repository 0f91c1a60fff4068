"""The mailbox, against a real Dovecot: what lies there is written down, then removed; told by IDLE; never twice."""

import imaplib
import threading
from collections.abc import Iterator

import pytest

from tests import make_mail
from tests.journeys.running import until
from tests.verbs.intake.dovecot import Server, dovecot
from yimen.intake.channels.mail import mailbox
from yimen.intake.channels.mail.mailbox import address_in, fetch_all, has_idle, opened, watch
from yimen.kernel.verdict import Refused


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with dovecot() as running:
        yield running


class Town:
    """What has been written down; it dies at the mail that is named."""

    def __init__(self, dies_at: bytes = b"nothing") -> None:
        self.mails: list[bytes] = []
        self.beginnings = 0
        self._dies_at = dies_at

    def receive(self, mail: bytes, beginning_only: bool) -> None:  # noqa: FBT001 – see Receive
        if self._dies_at in mail:
            raise OSError("no room")
        self.mails.append(mail)
        self.beginnings += beginning_only


def test_what_was_written_down_is_removed_and_what_was_not_stays(server: Server) -> None:
    mails = [make_mail.mail(f"Lamp {number}") for number in range(3)]
    server.deliver(*mails)
    with opened(address_in(server.address)) as box, pytest.raises(OSError, match="no room"):
        fetch_all(box, Town(dies_at=b"Lamp 1").receive, threading.Event())
    assert server.left() == 3  # one of them will come twice, and is known by its digest
    town = Town()
    with opened(address_in(server.address)) as box:
        assert fetch_all(box, town.receive, threading.Event()) == 3
    assert [mail.strip() for mail in town.mails] == [mail.strip() for mail in mails]
    assert server.left() == 0


def test_one_that_is_too_large_stays_there_and_its_beginning_comes_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "LARGEST", 3_000)
    server.deliver(make_mail.mail("x\n" * 4_000), make_mail.mail("Small."))
    town = Town()
    for _ in range(2):
        with opened(address_in(server.address)) as box:
            fetch_all(box, town.receive, threading.Event())
    assert (len(town.mails), town.beginnings, server.left()) == (2, 1, 1)
    with opened(address_in(server.address)) as box:
        box.delete(box.uids())


def test_whoever_waits_there_is_told_at_once_and_comes_again_after_trouble(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "FIRST_PAUSE", 0.05)
    tries = [ConnectionError("away"), imaplib.IMAP4.abort("away")]

    def away_at_first(address: mailbox.Address) -> object:
        if tries:
            raise tries.pop()
        return opened(address)

    monkeypatch.setattr(mailbox, "opened", away_at_first)
    town, stop = Town(), threading.Event()
    watching = threading.Thread(target=watch, args=(address_in(server.address), town.receive, stop))
    watching.start()
    try:
        server.deliver(make_mail.mail("One."))
        until(lambda: len(town.mails) == 1)
        server.deliver(make_mail.mail("Two."))
        until(lambda: len(town.mails) == 2)
    finally:
        stop.set()
        watching.join(10)
    assert (tries, server.left()) == ([], 0)


def test_a_server_without_idle_is_asked_again_and_again(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(address_in(server.address)) as box:
        assert has_idle(box)
        box.client.capabilities = ("IMAP4REV1",)
        monkeypatch.setattr(mailbox, "WITHOUT_IDLE", 0.0)
        mailbox.wait(box, threading.Event())


@pytest.mark.parametrize("setting", ["", "imaps://", "imaps://host", "http://a:b@host", "imaps://a:b@host:port/x"])
def test_what_is_no_mailbox_is_said_in_words(setting: str) -> None:
    with pytest.raises(Refused, match="no mailbox"):
        address_in(setting)


def test_an_address_may_hold_any_sign() -> None:
    found = address_in("imaps://door%40town.example:p%3As%2Fs@mail.example/Post/In")
    assert (found.user, found.password, found.port, found.folder) == ("door@town.example", "p:s/s", 993, "Post/In")
