"""Listening to Asterisk: its calls start clocks, and what was spoken there is fetched, once, and only then removed."""

import json
import threading
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from tests.verbs.intake.asterisk import Asterisk, telling
from yimen.calls.rules import Event, Heard
from yimen.files.rules import LARGEST
from yimen.intake.channels.phone.listening import Ear, watch
from yimen.intake.channels.phone.told import spoken

TRANSCRIPT = Path(__file__).parents[2] / "rules" / "ari" / "message.jsonl"
NAME, SOUND = "yimen-1772416900.19", b"RIFF sound"


class Desk:
    """What has come."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.sounds: list[bytes] = []

    def receive(self, content: bytes) -> None:
        self.sounds += [each for _, each in spoken(content).files]


def listened(asterisk: Asterisk, desk: Desk) -> None:
    """Until Asterisk hangs up."""
    with telling(asterisk) as exchange, pytest.raises(ConnectionClosed):
        Ear(exchange, desk.heard.append, desk.receive).listen(threading.Event())


def test_events_are_heard_and_the_recording_is_fetched_and_then_removed() -> None:
    asterisk = Asterisk(TRANSCRIPT.read_text().splitlines(), {"training-call": b"RIFF other"})
    asterisk.recordings[NAME] = SOUND
    desk = Desk()
    listened(asterisk, desk)
    assert desk.heard[:2] == [Heard(Event.RINGING, "1772416900.20", "201"), Heard(Event.ENDED, "1772416900.20")]
    assert desk.sounds == [SOUND]
    assert asterisk.recordings == {"training-call": b"RIFF other"}, "what is none of ours stays"
    assert asterisk.asked[0] == "GET /ari/events?app=yimen&subscribeAll=true"


def test_what_was_spoken_while_nobody_listened_is_fetched_at_the_next_connection() -> None:
    asterisk, desk = Asterisk([], {NAME: SOUND, "yimen-2": SOUND + b"2"}), Desk()
    listened(asterisk, desk)
    assert desk.sounds == [SOUND, SOUND + b"2"]
    assert asterisk.recordings == {}


def test_what_is_still_being_spoken_is_fetched_when_its_call_has_ended() -> None:
    asterisk, desk = Asterisk([], {NAME: SOUND, "yimen-2": SOUND}), Desk()
    asterisk.going_on = {"1772416900.19", "yimen-2"}
    listened(asterisk, desk)
    assert desk.sounds == [], "half a message would be fetched, and the whole one deleted"
    assert len(asterisk.recordings) == 2
    asterisk.events = [json.dumps({"type": "ChannelDestroyed", "channel": {"id": "1772416900.19"}})]
    listened(asterisk, desk)
    assert desk.sounds == [SOUND]
    assert set(asterisk.recordings) == {"yimen-2"}


def test_what_could_not_be_written_down_stays_there() -> None:
    asterisk = Asterisk([], {NAME: SOUND})

    def broken(_: bytes) -> None:
        raise OSError("the disk is full")

    with telling(asterisk) as exchange, pytest.raises(OSError, match="the disk"):
        Ear(exchange, lambda _: None, broken).listen(threading.Event())
    assert asterisk.recordings == {NAME: SOUND}


def test_one_that_is_gone_or_too_large_keeps_nothing_behind_it_waiting() -> None:
    gone = json.dumps({"type": "RecordingFinished", "recording": {"name": "yimen-gone"}})
    asterisk, desk = Asterisk([gone, "[]"], {"yimen-large": b"x" * (LARGEST + 1), NAME: SOUND}), Desk()
    listened(asterisk, desk)
    assert desk.sounds == [SOUND]
    assert set(asterisk.recordings) == {"yimen-large"}


def test_when_asterisk_is_away_it_is_tried_again_until_told_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.intake.channels.phone.listening.FIRST_PAUSE", 0.01)
    stop, desk = threading.Event(), Desk()
    asterisk = Asterisk([], {NAME: SOUND})

    def receive(content: bytes) -> None:
        desk.receive(content)
        stop.set()

    with telling(asterisk) as exchange:
        watch(exchange, desk.heard.append, receive, stop)
    assert desk.sounds == [SOUND]
