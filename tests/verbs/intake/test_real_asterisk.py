"""The adapter and a real Asterisk: the desk's calls, messages, and one that is being spoken while the town starts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.verbs.intake.real_asterisk import Server, asterisk, until
from yimen.calls.rules import Event, Heard
from yimen.intake.channels.phone.listening import watch
from yimen.intake.channels.phone.told import spoken

pytestmark = pytest.mark.slow
HEAD, A_SECOND = 44, 16_000  # bytes of a WAV with 8,000 samples of 16 bits a second


class Desk:
    """What has come."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.seconds: list[float] = []

    def receive(self, content: bytes) -> None:
        for _, sound in spoken(content).files:
            self.seconds.append((len(sound) - HEAD) / A_SECOND)

    def events(self, line: str) -> list[Event]:
        calls = {one.call for one in self.heard if one.line == line}
        return list(dict.fromkeys(one.event for one in self.heard if one.call in calls))


@contextmanager
def listening(server: Server, desk: Desk) -> Iterator[None]:
    stop = threading.Event()
    ear = threading.Thread(target=watch, args=(server.exchange, desk.heard.append, desk.receive, stop))
    ear.start()
    try:
        until(lambda: server.ask("GET", "applications"))
        yield
    finally:
        stop.set()
        ear.join(10)


def test_calls_and_messages_of_a_real_exchange() -> None:
    with asterisk() as server:
        desk = Desk()
        with listening(server, desk):
            call = server.call("100")
            until(lambda: Event.ANSWERED in desk.events("201"))
            server.hang_up(call)
            until(lambda: Event.ENDED in desk.events("201"))
            assert desk.events("201") == [Event.RINGING, Event.ANSWERED, Event.ENDED]
            assert {one.line for one in desk.heard} == {"201", ""}, "what is no telephone of the desk has no line"
            assert "139000" not in repr(desk.heard)
            message = server.call("9")
            until(server.recordings)
            threading.Event().wait(1.5)
            server.hang_up(message)
            until(lambda: desk.seconds)
            until(lambda: not server.recordings())
        message = server.call("9")
        until(server.recordings)
        with listening(server, desk):
            threading.Event().wait(2)
            assert server.recordings(), "one that is being spoken stays"
            assert len(desk.seconds) == 1
            server.hang_up(message)
            until(lambda: len(desk.seconds) == 2)
            until(lambda: not server.recordings())
    assert all(seconds > 1 for seconds in desk.seconds)
