"""Files and the virus scanner: what it finds is refused, and while it is away nothing comes in and nothing is lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from tests import make, make_mail
from tests.verbs.files.clamd import clamd
from tests.verbs.files.real_clamd import real_clamd
from tests.verbs.notifications.mail_servers import free_port
from yimen.cases.models import Case
from yimen.files.hygiene import clean
from yimen.files.queries import files_of
from yimen.intake.models import Arrival
from yimen.intake.taking import take_waiting
from yimen.kernel.verdict import Refused

FILES = (("note.txt", b"The lamp."), ("eicar.txt", make_mail.EICAR))


@pytest.fixture(params=[clamd, pytest.param(real_clamd, marks=pytest.mark.slow)])
def scanner(request: pytest.FixtureRequest, settings: Settings) -> Iterator[None]:
    """The stand-in and the real one are asked the same."""
    with request.param() as settings.YIMEN_CLAMD:
        yield


def test_a_virus_is_refused_by_name_and_everything_else_is_taken(scanner: None) -> None:
    assert clean("note.txt", b"The lamp.").content == b"The lamp."
    with pytest.raises(Refused, match=r"A virus was found in eicar\.txt"):
        clean("eicar.txt", make_mail.EICAR)


def test_what_it_could_not_look_into_does_not_come_in(scanner: None) -> None:
    with pytest.raises(Refused, match="cannot be checked"):
        clean("long.txt", b"x" * 1_100_000)


def test_while_it_is_away_nothing_comes_in(settings: Settings) -> None:
    for nowhere in (f"127.0.0.1:{free_port()}", "/nowhere/clamd.ctl", "host:port"):
        settings.YIMEN_CLAMD = nowhere
        with pytest.raises(Refused, match="cannot be checked"):
            clean("note.txt", b"The lamp.")


def test_without_a_scanner_nothing_is_asked() -> None:
    assert clean("eicar.txt", make_mail.EICAR).content == make_mail.EICAR


@pytest.mark.django_db
def test_a_mail_waits_for_the_scanner_and_then_says_what_was_found(settings: Settings) -> None:
    settings.YIMEN_CLAMD = f"127.0.0.1:{free_port()}"
    make_mail.received(make_mail.mail(files=FILES))
    for hour in range(5):  # longer than any number of tries
        assert take_waiting(make.MONDAY + timedelta(hours=hour)) == 0
    assert (Arrival.objects.get().stage, Case.objects.count()) == ("waiting", 0)
    with clamd() as settings.YIMEN_CLAMD:
        assert take_waiting(make.MONDAY + timedelta(hours=9)) == 1
    case = Case.objects.get()
    assert [file.name for file in files_of(case.ref)] == ["note.txt"]
    assert "– eicar.txt: a virus was found in it" in make_mail.letters()[-1].body
