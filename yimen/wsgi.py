"""The door for the web server: a form is received whole before one of the few threads that answer is taken.

A photo sent over a bad line takes minutes. With SQLite two threads answer, so two such photos would close the door for
everybody; and a form whose second half never came would be taken for a short one. Here many light threads wait for what
residents send; only what is whole goes on, and what is answered is handed over at once, however slow the reader is.
"""

import gc
import io
import os
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import IO, TYPE_CHECKING, cast

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

LARGEST = 64 << 20  # bytes of one form; a larger one is read away, and our pages say so
_READ_AWAY = 256 << 20  # a browser reads our answer only after it has got rid of its own words
_IN_MEMORY = 1 << 20
_PIECE = 1 << 10  # the server gives a piece only when it is full, and only between pieces can we lose patience
_GRACE, _SLOWEST = 60.0, 512  # seconds, then bytes a second: slower than the worst telephone line
_BROKEN_OFF = ("400 Bad Request", [("Content-Type", "text/plain"), ("Content-Length", "0"), ("Connection", "close")])


class Patience:
    """A WSGI application around another one, which it calls in ``threads`` threads of its own."""

    def __init__(self, answer: "WSGIApplication", threads: int, now: Callable[[], float] = monotonic) -> None:
        self._answer, self._now = answer, now
        self._threads = ThreadPoolExecutor(threads, "answer")  # its threads begin with the first request

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Receive, answer, hand over."""
        length = str(environ.get("CONTENT_LENGTH") or "0")
        expected = int(length) if length.isdecimal() and len(length) < 16 else 0
        environ.pop("wsgi.file_wrapper", None)  # the server's own; here every answer is whole before it goes
        if not expected:
            environ["wsgi.input"] = io.BytesIO()
            return self._answered(environ, start_response)
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
            environ["wsgi.input"], is_whole = self._received(environ["wsgi.input"], kept, expected)
            if not is_whole:
                start_response(*_BROKEN_OFF)
                return []
            return self._answered(environ, start_response)

    def _received(self, coming: IO[bytes], kept: IO[bytes], expected: int) -> tuple[IO[bytes], bool]:
        """What came, from its beginning, and whether all of it did; of what is too large, nothing is kept."""
        is_kept, came, began = expected <= LARGEST, 0, self._now()
        trouble: OSError | None = None
        while came < min(expected, _READ_AWAY):
            piece = coming.read(min(_PIECE, expected - came))
            came += len(piece)
            if not piece or came < (self._now() - began - _GRACE) * _SLOWEST:
                return kept, False
            if is_kept and trouble is None:
                try:
                    kept.write(piece)
                except OSError as error:
                    trouble = error
        if trouble:
            return cast("IO[bytes]", _Unreadable(trouble)), True
        kept.seek(0)
        return (kept if is_kept else io.BytesIO()), True

    def _answered(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        head, body = self._threads.submit(self._in_a_thread, environ).result()
        start_response(*head)
        return [body]

    def _in_a_thread(self, environ: "WSGIEnvironment") -> tuple[tuple[str, list[tuple[str, str]]], bytes]:
        head: list[tuple[str, list[tuple[str, str]]]] = []

        def note(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            head[:] = [(status, headers)]
            return bytes  # nobody here writes in the way of the first WSGI

        pieces = self._answer(environ, note)
        try:
            return head[0], b"".join(pieces)
        finally:
            getattr(pieces, "close", bytes)()


class _Unreadable(io.RawIOBase):
    """A form that could not be put down because the disk is full: whoever reads it learns why."""

    def __init__(self, trouble: OSError) -> None:
        self._trouble = trouble

    def read(self, size: int = -1, /) -> bytes:  # noqa: ARG002 – a file's own signature
        raise self._trouble


def settled(answer: "WSGIApplication") -> "WSGIApplication":
    """What is loaded by now stays for good, and need not be looked through again for what can be thrown away.

    A whole look takes 70 ms, in which nobody is answered.
    """
    get_resolver().url_patterns  # noqa: B018 – loads all pages
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    return answer


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yimen.settings")
#: SQLite has one writer at a time: more threads than two only wait for each other (p99 of 1 s with eight).
THREADS = 2 if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else 4
application = settled(Patience(get_wsgi_application(), THREADS))
