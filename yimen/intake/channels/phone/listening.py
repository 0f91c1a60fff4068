"""Listening to Asterisk: its events as they come, and recordings that lie there, removed there once they are here.

A recording that was finished while nobody listened is fetched at the next connection. One that is still being spoken
lies there too, half as long: it is left until its call has ended.
"""

import json
import logging
import threading
from base64 import b64encode
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection, connect

from yimen.calls.rules import Event, Heard
from yimen.files.rules import LARGEST
from yimen.intake.channels.phone.ari import OURS, Exchange, Spoken, call_of, message_of, understood
from yimen.intake.channels.phone.told import written

log = logging.getLogger(__name__)
Hear = Callable[[Heard], object]
Receive = Callable[[bytes], object]
PATIENCE = 20  # seconds for one answer
NOT_THERE = 404
LOOK = 1.0  # seconds between two looks whether to stop
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0


class Ear:
    """One connection's worth of listening; ``hear`` and ``receive`` write down."""

    def __init__(self, exchange: Exchange, hear: Hear, receive: Receive) -> None:
        self._exchange, self._hear, self._receive = exchange, hear, receive
        proof = b64encode(f"{exchange.user}:{exchange.password}".encode()).decode()
        self._head = {"Authorization": f"Basic {proof}"}

    def listen(self, stop: threading.Event) -> None:
        """Until told to stop, or until Asterisk hangs up."""
        with connect(self._exchange.events, additional_headers=self._head, open_timeout=PATIENCE) as line:
            self.fetch_all()
            while not stop.is_set():
                self._one(line)

    def _one(self, line: ClientConnection) -> None:
        try:
            said = line.recv(timeout=LOOK)
        except TimeoutError:
            return
        told = json.loads(said)
        meant = understood(told) if isinstance(told, dict) else None
        if isinstance(meant, Spoken):
            self.fetch(meant.name)
        elif meant is not None:
            self._hear(meant)
            if meant.event is Event.ENDED:
                self.fetch(message_of(meant.call))  # a dialplan that records tells nothing of it

    def fetch_all(self) -> None:
        """What was spoken while nobody listened."""
        stored = json.loads(self._ask(f"{self._exchange.base}/recordings/stored"))
        for each in stored if isinstance(stored, list) else []:
            name = str(each.get("name", "")) if isinstance(each, dict) else ""
            if name.startswith(OURS) and not self._is_going_on(name):
                self.fetch(name)

    def _is_going_on(self, name: str) -> bool:
        """Does somebody still speak it?"""
        return self._is_there(self._exchange.live(name)) or self._is_there(self._exchange.channel(call_of(name)))

    def _is_there(self, place: str) -> bool:
        try:
            self._ask(place)
        except HTTPError as error:
            if error.code == NOT_THERE:
                return False
            raise
        return True

    def fetch(self, name: str) -> None:
        """Written down here, and only then removed there. One that is too large stays there, and is said in the log."""
        place = self._exchange.recording(name)
        try:
            sound = self._ask(f"{place}/file", LARGEST + 1)
        except HTTPError as error:
            if error.code == NOT_THERE:
                return  # most calls leave no message
            log.warning("A recording in Asterisk cannot be fetched: %s", error.code)
            return
        if len(sound) > LARGEST:
            log.error("A recording in Asterisk is larger than %s bytes and stays there", LARGEST)
            return
        self._receive(written(name, sound))
        self._ask(place, method="DELETE")

    def _ask(self, place: str, most: int = 10_000_000, method: str = "GET") -> bytes:
        request = Request(place, headers=self._head, method=method)  # noqa: S310 – http or https, see exchange_in
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 – the same
            content: bytes = answer.read(most)
        return content


def watch(exchange: Exchange, hear: Hear, receive: Receive, stop: threading.Event) -> None:
    """Listen for ever; when Asterisk or the database is away, try again, later and later."""
    ear, pause = Ear(exchange, hear, receive), FIRST_PAUSE
    while not stop.is_set():
        try:
            ear.listen(stop)
            pause = FIRST_PAUSE
        except Exception as error:  # noqa: BLE001 – whatever it is, recordings go on lying there
            log.warning("Asterisk on %s: %s; trying again in %g s", exchange.host, type(error).__name__, pause)
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
