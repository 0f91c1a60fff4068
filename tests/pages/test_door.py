"""The door for the web server: only whole forms go in, few at a time, and a slow sender holds nobody up."""

import io
from collections.abc import Iterable, Iterator
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from yimen import wsgi
from yimen.wsgi import Patience

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment


class Answers:
    """Any application: it reads what came and remembers it."""

    def __init__(self) -> None:
        self.read: list[bytes] = []
        self.closed = False

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        try:
            self.read.append(environ["wsgi.input"].read())
        except OSError as trouble:
            self.read.append(str(trouble).encode())
        start_response("200 OK", [("X-From", "inside")])
        return self

    def __iter__(self) -> Iterator[bytes]:
        yield from (b"an ", b"answer")

    def close(self) -> None:
        self.closed = True


class Line(io.BytesIO):
    """A telephone line: each piece takes so many seconds."""

    def __init__(self, content: bytes, seconds: float) -> None:
        super().__init__(content)
        self.seconds, self.passed = seconds, 0.0

    def read(self, size: int | None = -1, /) -> bytes:
        self.passed += self.seconds
        return super().read(size)


def asked(door: Patience, coming: io.BytesIO, length: int) -> tuple[str, bytes]:
    """The status and the body that the server would send."""
    said: list[str] = []

    def start(status: str, _headers: Any, *_: Any) -> Any:  # noqa: ANN401 – WSGI's own
        said.append(status)

    body = b"".join(door({"wsgi.input": coming, "CONTENT_LENGTH": str(length)}, start))
    return said[0], body


def test_a_whole_form_is_answered_and_the_answer_is_closed() -> None:
    inside = Answers()
    assert asked(Patience(inside, 1), io.BytesIO(b"words=hello"), 11) == ("200 OK", b"an answer")
    assert (inside.read, inside.closed) == ([b"words=hello"], True)


def test_half_a_form_never_becomes_a_case() -> None:
    inside = Answers()
    assert asked(Patience(inside, 1), io.BytesIO(b"words=hel"), 11)[0] == "400 Bad Request"
    assert inside.read == []


def test_a_form_without_an_end_is_read_away_and_not_kept() -> None:
    inside = Answers()
    assert asked(Patience(inside, 1), io.BytesIO(b"x" * (wsgi.LARGEST + 1)), wsgi.LARGEST + 1)[0] == "200 OK"
    assert inside.read == [b""]


def test_who_sends_nearly_nothing_is_hung_up_on() -> None:
    line, inside = Line(b"x" * 100_000, seconds=10), Answers()
    assert asked(Patience(inside, 1, lambda: line.passed), line, 100_000)[0] == "400 Bad Request"
    assert inside.read == []


def test_a_bad_line_is_waited_for() -> None:
    line, inside = Line(b"x" * 200_000, seconds=1), Answers()  # one kilobyte a second, for three minutes
    assert asked(Patience(inside, 1, lambda: line.passed), line, 200_000)[0] == "200 OK"


def test_a_slow_sender_does_not_hold_up_the_next_one() -> None:
    goes_on, inside = Event(), Answers()

    class Stuck(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            goes_on.wait(10)
            return super().read(size)

    door = Patience(inside, 1)
    slow = Thread(target=asked, args=(door, Stuck(b"slow"), 4))
    slow.start()
    assert asked(door, io.BytesIO(b"quick"), 5) == ("200 OK", b"an answer")
    assert inside.read == [b"quick"]
    goes_on.set()
    slow.join(10)
    assert inside.read == [b"quick", b"slow"]


def test_a_full_disk_is_told_to_the_page_that_reads_the_form(monkeypatch: Any) -> None:  # noqa: ANN401
    class Full(io.BytesIO):
        def write(self, _: Any, /) -> int:  # noqa: ANN401
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(wsgi.tempfile, "SpooledTemporaryFile", lambda _: Full())
    inside = Answers()
    assert asked(Patience(inside, 1), io.BytesIO(b"x" * 10), 10)[0] == "200 OK"
    assert b"No space left" in inside.read[0]
