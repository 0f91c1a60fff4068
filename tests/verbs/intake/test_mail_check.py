"""``yimen mail check`` says in words what is wrong with the settings."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.utils import translation
from pytest_django.fixtures import Settings

from tests.verbs.files.clamd import clamd
from tests.verbs.intake.dovecot import Server, dovecot
from tests.verbs.notifications.mail_servers import free_port
from yimen.console.mailing.check import check
from yimen.intake.channels.mail.checking import why_not


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with dovecot() as running:
        yield running


def said() -> Result:
    with translation.override("en"):
        return CliRunner().invoke(check)


def test_nothing_set_is_nothing_wrong() -> None:
    found = said()
    assert (found.exit_code, "no mail comes in" in found.output) == (0, True)


def test_what_works_is_said_to_work(server: Server, settings: Settings, tmp_path: Path) -> None:
    settings.YIMEN_MAILBOX, settings.YIMEN_LMTP = server.address, str(tmp_path / "lmtp.sock")
    with clamd() as settings.YIMEN_CLAMD:
        found = said()
    assert found.exit_code == 0, found.output
    assert found.output.count("✓") == 3
    assert "0 mails wait there" in found.output


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("secret", "wrong"), "refuses this user and password"),
        (("INBOX", "Nowhere"), "no folder “Nowhere”"),
        (("imap://", "imaps://"), "does not speak TLS"),
        (("imap://", "http://"), "This is no mailbox"),
    ],
)
def test_each_mistake_has_its_sentence(server: Server, settings: Settings, change: tuple[str, str], words: str) -> None:
    settings.YIMEN_MAILBOX = server.address.replace(*change)
    found = said()
    assert (found.exit_code, words in found.output) == (1, True), found.output
    assert "secret" not in found.output


def test_servers_that_are_away_are_named(settings: Settings) -> None:
    port = free_port()
    settings.YIMEN_MAILBOX, settings.YIMEN_CLAMD = f"imap://a:b@127.0.0.1:{port}", f"127.0.0.1:{port}"
    settings.YIMEN_LMTP = "nowhere"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    found = said()
    assert found.output.count(f"Nobody listens on 127.0.0.1, port {port}.") == 3
    assert "no place to listen on" in found.output


def test_a_place_that_is_taken_is_fine_while_yimen_runs(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings.YIMEN_LMTP = f"127.0.0.1:{taken.getsockname()[1]}"
        assert "as it should be while Yimen runs" in said().output


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (socket.gaierror(-2, "x"), "no machine called"),
        (TimeoutError(), "does not answer"),
        (ssl.SSLCertVerificationError("x"), "certificate"),
        (OSError("x"), "something else than a mail server"),
    ],
)
def test_other_errors_of_the_network_are_sentences_too(error: Exception, words: str) -> None:
    if isinstance(error, ssl.SSLCertVerificationError):
        error.verify_message = "self-signed certificate"
    assert words in str(why_not(error, "mail.example.org", 993))
