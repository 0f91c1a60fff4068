"""A shift at the desk: so many colleagues work at once, each at a person's pace, while residents send their cases.

Everybody does what people do: look at a list, open a case and say why, read it, accept it or ask. What is measured
is how long each of them waits for each page, from the moment they press until all of it has come.
"""

import http.client
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode

from bench.load import HOST, Line
from bench.samples import Known
from bench.towns import Home, Served

OK, FOUND = 200, 302
TOKEN = "b" * 32  # what the browser sends back of the desk's protection against foreign forms
PATIENCE = 30.0  # seconds
_CASE = re.compile(rb'href="(/desk/cases/\d+/)"')
_PURPOSE = re.compile(rb'name="purpose"\s+value="(\w+)"')
_VERSION = re.compile(rb'name="version"[^>]*value="(\d+)"')
NARROW = {"list": "all", "category": "urban", "language": "zh-hans", "state": "closed"}
LISTS = ({"list": "mine"}, {"list": "due"}, NARROW)
SEARCHES = 0.1  # of ten rounds, so many begin with words instead of a list
#: What an office writes to a resident, by its address in the case.
REPLIES: tuple[tuple[str, dict[str, str]], ...] = (
    ("question", {"text": "请问路灯杆上的编号是多少？"}),
    (
        "answer",
        {"outcome": "done", "claims": "更换路灯。", "facts": "现场查看，灯头损坏。", "basis": "城市照明管理规定。"}
        | {"opinion": "已更换灯头，今晚恢复照明。"},
    ),
)
WORDS = ("路灯", "垃圾", "streetlight", "ལམ་སྒྲོན")


@dataclass(frozen=True)
class Shift:
    """How many work, for how long, and how fast cases come in."""

    colleagues: int = 50
    residents_a_second: float = 20.0
    seconds: float = 60.0
    pause: float = 2.0  # seconds that somebody reads or types before the next page
    warm: float = 8.0  # seconds before it counts: a server that has just started reads the town into its memory


@dataclass
class Waits:
    """How long people waited, by page, in seconds; and every answer that was not what it should be."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    counts_from: float = 0.0  # a moment of ``time.perf_counter``; before it only wrong answers count

    def note(self, page: str, waited: float, wrong: str = "") -> None:
        """One page has come."""
        with self.lock:
            if time.perf_counter() - waited >= self.counts_from:
                self.seconds.setdefault(page, []).append(waited)
            if wrong:
                self.wrong.append(f"{page}: {wrong}")

    def rows(self) -> Iterator[tuple[str, int, float, float, float]]:
        """Page, how often, and the waits in ms that half, 95 and 99 of a hundred did not pass."""
        for page, waits in sorted(self.seconds.items()):
            waits.sort()
            at = [1000 * waits[min(len(waits) - 1, int(len(waits) * share))] for share in (0.5, 0.95, 0.99)]
            yield page, len(waits), at[0], at[1], at[2]


class Colleague:
    """One member of staff in front of a browser."""

    def __init__(self, port: int, cookie: str, number: int, waits: Waits) -> None:
        self._line = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        self._cookie, self._waits = f"{cookie}; csrftoken={TOKEN}", waits
        self._random = Random(number)  # noqa: S311 – a person's whims

    def work(self, until: float, pause: float) -> None:
        """A list, a case of it, sometimes a step in that case; then the next one."""
        time.sleep(self._random.random() * pause)  # not everybody sits down at the same second
        while time.perf_counter() < until:
            for _ in self._one_round():
                time.sleep(self._random.uniform(0.5, 1.5) * pause)
                if time.perf_counter() >= until:
                    return

    def _one_round(self) -> Iterator[None]:
        whims = self._random
        if whims.random() < SEARCHES:
            listed = self._ask("search", f"/desk/search/?{urlencode({'words': whims.choice(WORDS)})}")
        else:
            listed = self._ask("list", f"/desk/?{urlencode(whims.choice(LISTS))}")
        yield
        cases = _CASE.findall(listed)
        if not cases:
            return
        case = whims.choice(cases).decode()
        page = self._ask("case page", case)
        if b'name="purpose"' in page:
            yield
            (purpose,) = _PURPOSE.findall(page)[:1]
            self._ask("say why", case, {"purpose": purpose.decode()}, FOUND)
            page = self._ask("case page", case)
        yield
        version = _VERSION.search(page)
        if whims.random() < 0.5:
            yield from self._step(case, page, version)

    def _step(self, case: str, page: bytes, version: re.Match[bytes] | None) -> Iterator[None]:
        """Accept it; or ask the resident something, or answer."""
        if version and f'action="{case}acceptance/"'.encode() in page:
            self._ask("accept", f"{case}acceptance/", {"version": version[1].decode()}, FOUND)
            yield
            return
        for address, words in self._random.sample(REPLIES, len(REPLIES)):
            if f'href="{case}{address}/"'.encode() in page:
                form = self._ask(f"form: {address}", f"{case}{address}/")
                yield
                version = _VERSION.search(form)
                typed = {**words, "version": version[1].decode() if version else "1"}
                self._ask(address, f"{case}{address}/", typed, FOUND)
                yield
                return

    def _ask(self, page: str, path: str, typed: dict[str, str] | None = None, status: int = OK) -> bytes:
        headers = {"Cookie": self._cookie, "Accept-Language": "zh-CN", "Sec-Fetch-Site": "same-origin"}
        body = None
        if typed is not None:
            body = urlencode(typed | {"csrfmiddlewaretoken": TOKEN})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        try:
            self._line.request("POST" if body else "GET", path, body, headers)
            answer = self._line.getresponse()
            content = answer.read()
        except OSError as error:
            self._line.close()
            self._waits.note(page, time.perf_counter() - began, repr(error))
            return b""
        # Of two colleagues who take the same case at once, one is told that the other was quicker: that is no error.
        refused = typed is not None and status == FOUND and answer.status == OK
        wrong = "" if answer.status == status or refused else f"{answer.status} for {path}"
        self._waits.note(f"{page}, refused" if refused else page, time.perf_counter() - began, wrong)
        return content


def residents(port: int, known: Known, shift: Shift, until: float, waits: Waits) -> None:
    """Cases come in at their own rate, whether the last ones are answered or not: each waits from its own moment."""
    forms, lock, began = known.creates(), threading.Lock(), time.perf_counter()
    number = 0

    def send() -> None:
        nonlocal number
        line = Line(port)
        while True:
            with lock:
                due, form = began + number / shift.residents_a_second, next(forms)
                number += 1
            if due >= until:
                return
            time.sleep(max(0.0, due - time.perf_counter()))
            try:
                status, _ = line.ask(form)
            except OSError as error:
                waits.note("a resident sends a case", time.perf_counter() - due, repr(error))
                line = Line(port)
                continue
            waits.note("a resident sends a case", time.perf_counter() - due, "" if status == OK else str(status))

    threads = [threading.Thread(target=send) for _ in range(max(4, int(shift.residents_a_second)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def work(town: Home, served: Served, known: Known, shift: Shift) -> Waits:
    """Let the shift work; how long everybody waited."""
    cookies: list[str] = town.ask("bench.colleagues", str(shift.colleagues))
    begins = time.perf_counter() + shift.warm
    waits, until = Waits(counts_from=begins), begins + shift.seconds
    staff = [Colleague(served.port, cookies[n % len(cookies)], n, waits) for n in range(shift.colleagues)]
    threads = [threading.Thread(target=each.work, args=(until, shift.pause)) for each in staff]
    for thread in threads:
        thread.start()
    residents(served.port, known, shift, until, waits)
    for thread in threads:
        thread.join()
    return waits
