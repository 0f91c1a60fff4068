"""A small load generator: a few keep-alive connections on the loopback, bounded in count and in time."""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

HOST = "127.0.0.1"


class Line:
    """One connection. It understands just enough HTTP for the answers that the town gives."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection((HOST, port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[int, int]:
        """Send it whole, read the answer whole; gives its status and its length in bytes."""
        self._socket.sendall(request)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, body = got.partition(b"\r\n\r\n")
        length = _length(head)
        rest = length - len(body)
        while rest > 0:
            rest -= len(self._more())
        return int(head[9:12]), length

    def _more(self) -> bytes:
        part = self._socket.recv(262_144)
        if not part:
            raise OSError("The server hung up")
        return part


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    raise OSError("An answer without its length")


def get(path: str, cookie: str = "") -> bytes:
    """A page is asked for, as a browser does."""
    return _head("GET", path, cookie) + b"\r\n"


def post(path: str, fields: dict[str, str]) -> bytes:
    """A form is sent, in the way the browser sends one that may carry files."""
    mark = "----------------------------barley"
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()]
    body = f"{''.join(parts)}--{mark}--\r\n".encode()
    more = f"Content-Type: multipart/form-data; boundary={mark}\r\nContent-Length: {len(body)}\r\n\r\n"
    return _head("POST", path, "") + more.encode() + body


def _head(method: str, path: str, cookie: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}", "Accept-Encoding: gzip", "Accept-Language: zh-CN,zh;q=0.9"]
    lines += ["Sec-Fetch-Site: same-origin", *([f"Cookie: {cookie}"] if cookie else [])]
    return "".join(f"{line}\r\n" for line in lines).encode()


@dataclass(frozen=True)
class Load:
    """What came of it."""

    count: int
    seconds: float
    median_ms: float
    p99_ms: float
    size: int  # bytes of one answer over the wire

    @property
    def per_second(self) -> float:
        return self.count / self.seconds


class Wrong(Exception):
    """An answer was not what it should be: such a measurement means nothing."""


def load(port: int, requests: Iterable[bytes], *, lines: int, seconds: float, status: int, most: int = 100_000) -> Load:
    """So many connections ask, each one question after the other, until the time or the requests are used up."""
    supply, lock = iter(requests), threading.Lock()
    times: list[float] = []
    wrong: list[str] = []
    sizes: list[int] = []
    until = time.perf_counter() + seconds

    def work(take: Callable[[], bytes | None]) -> None:
        line = Line(port)
        while not wrong and time.perf_counter() < until and len(times) < most:
            request = take()
            if request is None:
                return
            began = time.perf_counter()
            got, size = line.ask(request)
            times.append(time.perf_counter() - began)
            sizes.append(size)
            if got != status:
                wrong.append(f"{got} instead of {status} for {request[:60]!r}")

    def take() -> bytes | None:
        with lock:
            return next(supply, None)

    began = time.perf_counter()
    threads = [threading.Thread(target=work, args=(take,)) for _ in range(lines)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    if wrong or not times:
        raise Wrong(wrong[0] if wrong else "No answer came")
    times.sort()
    return Load(len(times), took, 1000 * median(times), 1000 * times[int(len(times) * 0.99)], int(median(sizes)))


def endless(requests: list[bytes]) -> Iterator[bytes]:
    """These requests over and over."""
    while True:
        yield from requests
