"""A telephone exchange tells of calls: signed, once, and without any number."""

import json
import re
import subprocess
from datetime import timedelta
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.house.tree import ROOT
from tests.make_spoken import WAV
from yimen.calls.models import Ring
from yimen.intake.channels.phone.signed import signature
from yimen.intake.channels.phone.told import written
from yimen.intake.models import Arrival
from yimen.kernel import clock

pytestmark = pytest.mark.django_db
SECRET = "zqsecret"


@pytest.fixture(autouse=True)
def _exchange(settings: Settings) -> None:
    settings.YIMEN_PHONE_SECRET = settings.YIMEN_SMS_SECRET = SECRET


def tells(body: bytes, given: str | None = None) -> Any:  # noqa: ANN401 – the test client's own type
    given = signature(body, SECRET, clock.now()) if given is None else given
    return Client().post("/come/exchange/", body, content_type="application/json", headers={"Yimen-Signature": given})


def event(name: str, **more: str) -> bytes:
    return json.dumps({"event": name, "call": "7", "line": "201"} | more).encode()


def test_events_are_noted_and_no_number_that_comes_along() -> None:
    for name in ("ringing", "answered", "ended"):
        answer = tells(event(name, caller="13900000000"))
        assert (answer.status_code, answer.content) == (200, b"ok")
    row = Ring.objects.values().get()
    assert row["line"] == "201"
    assert row["ended_at"] is not None
    assert "139000" not in str(row)


def test_a_recording_is_on_the_disk_when_it_is_acknowledged_and_comes_once() -> None:
    body = written("7", WAV)
    assert [tells(body).status_code for _ in range(2)] == [200, 200]
    assert Arrival.objects.get().content == body


def test_nobody_else_is_heard_and_nothing_old() -> None:
    body = event("answered")
    old = signature(body, SECRET, clock.now() - timedelta(minutes=6))
    for given in ("", "x", old, signature(body, "another", clock.now())):
        assert tells(body, given).status_code == 403
    assert not Ring.objects.exists()


def test_replayed_it_changes_nothing() -> None:
    body = event("ended")
    tells(event("answered"))
    given = signature(body, SECRET, clock.now())
    assert tells(body, given).status_code == 200
    before = Ring.objects.values().get()
    assert tells(body, given).status_code == 200
    assert Ring.objects.values().get() == before


def test_what_is_wrong_is_said_in_a_number(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tells(b"{}").status_code == tells(event("recording", sound="")).status_code == 400
    for no_text in ({"call": "\ud800"}, {"line": "2\0"}, {"line": "\ud800"}):
        assert tells(event("answered", **no_text)).status_code == 400
    monkeypatch.setattr("yimen.public.pages.exchange.MOST", 10)
    assert tells(event("ended")).status_code == 413
    monkeypatch.setattr("yimen.public.pages.exchange.MOST", 1000)

    def locked(*_: object) -> None:
        raise DatabaseError("locked")

    monkeypatch.setattr("yimen.public.pages.exchange.note_ring", locked)
    assert tells(event("ended")).status_code == 503
    assert Client().get("/come/exchange/").status_code == 405
    settings.YIMEN_PHONE_SECRET = ""
    assert tells(event("ended"), "t=1,v1=" + "0" * 64).status_code == 404


@pytest.mark.one_database
@pytest.mark.skipif(not which("curl") or not which("openssl"), reason="The examples need curl and openssl.")
def test_the_examples_of_the_page_work_as_they_are_printed(live_server: LiveServer, tmp_path: Path) -> None:
    make.town()
    examples = re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "phone.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "message.wav").write_bytes(WAV)
    secrets = {"YIMEN_PHONE_SECRET": SECRET, "YIMEN_SMS_SECRET": SECRET}
    told = {"YIMEN": live_server.url, "PATH": "/usr/bin:/bin", **secrets}
    assert len(examples) == 3
    for example in examples:
        done = subprocess.run(["sh", "-eu", "-c", example], env=told, cwd=tmp_path, capture_output=True, check=False)
        assert done.stdout == b"ok", done.stderr
    assert Ring.objects.get().line == "201"
    assert set(Arrival.objects.values_list("channel", "stage")) == {("phone", "waiting"), ("sms", "taken")}
