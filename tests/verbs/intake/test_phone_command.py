"""``yimen phone run``: says in words when there is nothing to listen to, and listens where there is."""

import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_django.fixtures import Settings

from tests import make
from tests.rules.test_texting import folder
from tests.verbs.intake.asterisk import Asterisk, telling
from yimen.calls.models import Ring
from yimen.console.calling import listen
from yimen.intake.models import Arrival

TRANSCRIPT = Path(__file__).parents[2] / "rules" / "ari" / "answered.jsonl"


def test_nothing_set_or_set_wrongly_is_said_in_words(settings: Settings) -> None:
    said = CliRunner().invoke(listen.run)
    assert (said.exit_code, "there is nothing to listen to" in said.output) == (1, True)
    settings.YIMEN_ARI = "pbx"
    said = CliRunner().invoke(listen.run)
    assert (said.exit_code, "This is no address of Asterisk" in said.output) == (1, True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.one_database
def test_calls_and_texts_are_written_down(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make.town()
    folder(tmp_path, "IN20260302_100000_00_+8613900000000_00.txt", b"Lamp")
    settings.YIMEN_SMS, settings.YIMEN_SMS_GAMMU = "gammu", str(tmp_path)
    stop, asterisk = threading.Event(), Asterisk(TRANSCRIPT.read_text().splitlines(), {})
    with telling(asterisk) as exchange:
        settings.YIMEN_ARI = f"{exchange.base.removesuffix('/ari').replace('//', '//town:secret@')}/?app=yimen"
        monkeypatch.setattr(listen.listening, "FIRST_PAUSE", 0.01)

        def both_are_here() -> None:
            while not (Arrival.objects.exists() and Ring.objects.filter(ended_at__isnull=False).exists()):
                if stop.wait(0.05):
                    return
            stop.set()

        looking = threading.Thread(target=both_are_here)
        looking.start()
        listen.listen(stop)
        looking.join()
    assert Ring.objects.get().line == "201"
    assert Arrival.objects.get().channel == "sms"
