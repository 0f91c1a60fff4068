"""What Asterisk tells, understood.

The transcripts were written by hand from Asterisk's public documentation of its REST interface (events of ARI 8 to 10).
A running one (22.10) is asked in ``tests/verbs/intake/test_real_asterisk.py``.
"""

import json
from pathlib import Path

import pytest

from yimen.calls.rules import Event, Heard
from yimen.intake.channels.phone.ari import Spoken, exchange_in, line_of, understood
from yimen.kernel.verdict import Refused

TRANSCRIPTS = Path(__file__).parent / "ari"


def told(name: str) -> list[object]:
    lines = (TRANSCRIPTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [meant for line in lines if (meant := understood(json.loads(line))) is not None]


def test_an_answered_call() -> None:
    assert told("answered") == [
        Heard(Event.RINGING, "1772416800.18", "201"), Heard(Event.RINGING, "1772416800.18", "201"),
        Heard(Event.ANSWERED, "1772416800.18", "201"), Heard(Event.ENDED, "1772416800.18"),
        Heard(Event.ENDED, "1772416800.17"),
    ]  # fmt: skip


def test_a_call_that_nobody_answers_and_a_message() -> None:
    assert told("message") == [
        Heard(Event.RINGING, "1772416900.20", "201"), Heard(Event.ENDED, "1772416900.20"),
        Heard(Event.ENDED, "1772416900.20"), Spoken("yimen-1772416900.19"), Heard(Event.ENDED, "1772416900.19"),
    ]  # fmt: skip


def test_the_number_of_whoever_calls_is_in_the_transcripts_and_in_nothing_that_is_understood() -> None:
    for name in ("answered", "message"):
        assert "13900000000" in (TRANSCRIPTS / f"{name}.jsonl").read_text(encoding="utf-8")
        assert "139000" not in repr(told(name))


@pytest.mark.parametrize(
    ("channel", "line"),
    [
        ("PJSIP/201-0000002f", "201"), ("SIP/desk-one-0000002f", "desk-one"), ("Local/s@desk-0000002f;1", ""),
        ("", ""), ("201", ""),
    ],
)  # fmt: skip
def test_the_telephone_in_the_name_of_a_channel(channel: str, line: str) -> None:
    assert line_of(channel) == line


@pytest.mark.parametrize("event", [{}, {"type": "Dial"}, {"type": "ChannelDestroyed"}, {"type": "RecordingFinished"}])
def test_half_an_event_is_none(event: dict[str, object]) -> None:
    assert understood(event) is None


def test_the_address() -> None:
    exchange = exchange_in("https://town:s%3Acret@pbx.example.org/?app=desk")
    assert exchange.events == "wss://pbx.example.org:8089/ari/events?app=desk&subscribeAll=true"
    assert (exchange.user, exchange.password) == ("town", "s:cret")
    assert exchange.recording("a/b") == "https://pbx.example.org:8089/ari/recordings/stored/a%2Fb"
    assert exchange_in("http://a:b@[::1]:1/").events == "ws://[::1]:1/ari/events?app=yimen&subscribeAll=true"
    for wrong in ("", "pbx", "ftp://a:b@c", "https://pbx.example.org", "https://a:b@c:port"):
        with pytest.raises(Refused):
            exchange_in(wrong)
