"""A gateway for text messages on this machine: it takes what docs/phone.md says, or misbehaves as it is told to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from pytest_django.fixtures import Settings


class Gateway:
    """What it was asked for, and what it answers."""

    def __init__(self, status: int = 202, *, hangs_up: bool = False) -> None:
        self.status, self.hangs_up = status, hangs_up
        self.asked: list[dict[str, Any]] = []
        self.heads: list[dict[str, str]] = []


@contextmanager
def answering(gateway: Gateway, settings: Settings) -> Iterator[str]:
    """This is the town's gateway."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            gateway.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            gateway.heads.append({"path": self.path, **dict(self.headers.items())})
            if gateway.hangs_up:
                self.connection.close()
                return
            self.send_response(gateway.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Tests speak for themselves."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        address = f"127.0.0.1:{server.server_port}/send?unit=town"
        settings.YIMEN_SMS, settings.YIMEN_SMS_GATEWAY = "gateway", f"http://town:s%3Acret@{address}"
        yield address
        server.shutdown()
