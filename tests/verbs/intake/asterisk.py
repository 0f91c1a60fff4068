"""What stands in for Asterisk: a WebSocket that tells what it is given, and recordings that lie there.

It was compared with a running Asterisk 22.10: ``test_real_asterisk.py`` asks the same of one.
"""

import struct
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps
from threading import Event, Thread

from yimen.intake.channels.phone.ari import Exchange, exchange_in

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455
PROOF = "Basic " + b64encode(b"town:secret").decode()


class Asterisk:
    """What it tells, what lies in it, and what it was asked."""

    def __init__(self, events: Sequence[str], recordings: dict[str, bytes]) -> None:
        self.events, self.recordings = list(events), recordings
        self.going_on: set[str] = set()  # calls and recordings, by their names
        self.asked: list[str] = []
        self.told_all = Event()


class _Server(ThreadingHTTPServer):
    asterisk: Asterisk


class _Answers(BaseHTTPRequestHandler):
    """One request."""

    server: "_Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asterisk.asked.append(f"{self.command} {self.path}")
        if self.headers["Authorization"] != PROOF:
            self._say(401)
        elif self.headers.get("Upgrade"):
            self._tell()
        elif self.path == "/ari/recordings/stored":
            self._say(
                200, dumps([{"name": name, "format": "wav"} for name in self.server.asterisk.recordings]).encode()
            )
        elif self.path.startswith(("/ari/channels/", "/ari/recordings/live/")):
            self._say(200 if self.path.rpartition("/")[2] in self.server.asterisk.going_on else 404, b"{}")
        else:
            name = self.path.removeprefix("/ari/recordings/stored/").removesuffix("/file")
            self._say(
                200 if name in self.server.asterisk.recordings else 404, self.server.asterisk.recordings.get(name, b"")
            )

    def do_DELETE(self) -> None:
        self.server.asterisk.asked.append(f"{self.command} {self.path}")
        self._say(204 if self.server.asterisk.recordings.pop(self.path.rpartition("/")[2], None) else 404)

    def _say(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell(self) -> None:
        key = sha1(self.headers["Sec-WebSocket-Key"].encode() + GUID).digest()  # noqa: S324 – the protocol's own
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", b64encode(key).decode())
        self.end_headers()
        for event in self.server.asterisk.events:
            said = event.encode()
            self.wfile.write(b"\x81\x7e" + struct.pack(">H", len(said)) + said)
        self.server.asterisk.told_all.set()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Tests speak for themselves."""


@contextmanager
def telling(asterisk: Asterisk) -> Iterator[Exchange]:
    """It runs on this machine."""
    with _Server(("127.0.0.1", 0), _Answers) as server:
        server.asterisk = asterisk
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield exchange_in(f"http://town:secret@127.0.0.1:{server.server_port}/?app=yimen")
        server.shutdown()
