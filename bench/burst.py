"""The signal comes back to a valley: so many telephones send at once what they had kept, and each sends it twice.

``bin/bench --burst 500`` runs it against ``yimen run``; as a module of the town it counts the cases.
"""

import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from io import BytesIO
from os import urandom
from statistics import median

from PIL import Image

from bench.towns import Home, running
from yimen.kernel.receipts import new_nonce

PHONES = 60  # connections at once; the others wait in the network, as telephones do
TRIES, PAUSE = 20, 0.5  # what was told "later", or hung up on, is sent again
WORDS = "桥头的路灯坏了，晚上很黑，孩子们放学回家看不见路。"


@dataclass(frozen=True)
class Burst:
    """What came of it."""

    sendings: int
    cases: int  # that are there now and were not before
    receipts: int  # different ones that were shown
    doubles: int  # sendings of one telephone that were shown different receipts
    again: int  # sendings that had to be repeated
    seconds: float
    median_ms: float
    p95_ms: float


def burst(town: Home, number: int) -> Burst:
    """Half of them with a photograph of 36 KB. Every sending goes twice, on two connections at the same time."""
    before = town.ask("bench.burst")["cases"]
    once = [form(new_nonce(), photo() if n % 2 else b"") for n in range(number)]
    twice = [(n, once[n]) for n in range(number) for _ in range(2)]
    near = sorted(twice, key=lambda pair: pair[0] + random.random() * 30)  # noqa: S311 – only an order
    with running(town) as served:
        began = time.perf_counter()
        with ThreadPoolExecutor(PHONES) as phones:
            answers = list(phones.map(lambda pair: (pair[0], *sent(served.port, pair[1])), near))
        seconds = time.perf_counter() - began
    shown: dict[int, set[str]] = {}
    for n, receipt, _, _ in answers:
        shown.setdefault(n, set()).add(receipt)
    waits = sorted(ms for _, _, ms, _ in answers)
    return Burst(
        sendings=len(answers),
        cases=town.ask("bench.burst")["cases"] - before,
        receipts=len(set().union(*shown.values())),
        doubles=sum(len(receipts) > 1 for receipts in shown.values()),
        again=sum(tries for *_, tries in answers),
        seconds=seconds,
        median_ms=median(waits),
        p95_ms=waits[int(len(waits) * 0.95)],
    )


def sent(port: int, body: bytes) -> tuple[str, float, int]:
    """The receipt, how long it took until it came, and how often it was sent again."""
    began = time.perf_counter()
    for tries in range(TRIES):
        try:
            line = HTTPConnection("127.0.0.1", port, timeout=120)
            head = {"Content-Type": "multipart/form-data; boundary=barley", "Sec-Fetch-Site": "same-origin"}
            line.request("POST", "/kept/", body, head)
            said = json.loads(line.getresponse().read())
            line.close()
        except (OSError, HTTPException, ValueError):
            said = {"state": "later"}
        if said["state"] == "sent":
            return said["codes"][0]["code"], 1000 * (time.perf_counter() - began), tries
        if said["state"] == "refused":
            raise RuntimeError(said["reasons"])
        time.sleep(PAUSE)
    raise RuntimeError(f"not taken in {TRIES} tries")


def form(nonce: str, picture: bytes) -> bytes:
    """As a browser sends it from its own store."""
    return b"".join([*_parts(nonce, picture), b"--barley--\r\n"])


def _parts(nonce: str, picture: bytes) -> Iterator[bytes]:
    fields = {"nonce": nonce, "words": WORDS, "kind": "fault", "tell": "here", "language": "zh-hans", "others": "0"}
    for name, value in fields.items():
        yield f'--barley\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    if picture:
        yield b'--barley\r\nContent-Disposition: form-data; name="files"; filename="photo.jpg"\r\n\r\n'
        yield picture + b"\r\n"


def photo() -> bytes:
    """A small photograph, each another one."""
    written = BytesIO()
    Image.frombytes("RGB", (120, 120), urandom(43_200)).save(written, "JPEG", quality=92)
    return written.getvalue()


def burst_table(database: str, number: int, found: Burst) -> str:
    """For the screen."""
    is_ok = found.cases == found.receipts == number and not found.doubles
    counts = (found.cases, found.receipts, found.doubles)
    rates = (f"{found.seconds:.1f}", *(f"{n:.0f}" for n in (number / found.seconds, found.median_ms, found.p95_ms)))
    cells = [*map(str, counts), *rates, str(found.again)]
    return "\n".join([
        f"## {database}: {number} telephones at once, each sends twice",
        "",
        "| cases | receipts | doubles | seconds | cases/s | median ms | p95 ms | sent again | |",
        "|---|---|---|---|---|---|---|---|---|",
        f"| {' | '.join([*cells, 'ok' if is_ok else '**not reached**'])} |",
    ])  # fmt: skip


if __name__ == "__main__":
    import django

    django.setup()

    from yimen.cases.models import Case

    print(json.dumps({"cases": Case.objects.count()}))  # noqa: T201
