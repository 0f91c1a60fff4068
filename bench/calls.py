"""Calls by video at once: what bringing browsers together costs. Two connections a call ask as our page does.

Each side has an offer or answer of six kilobytes and twelve addresses to tell the other. A call counts as connected
when both have everything; from then on both ask every 1.2 seconds, and type a line every ten, as in a lively call.
"""

import http.client
import json
import threading
import time
from dataclasses import dataclass, field

from bench import processes
from bench.load import HOST
from bench.towns import Home, running

BROWSER = "bench-browser-{}-012345"  # of the resident, 1, and of the clerk, 2; as in bench.called
CANDIDATES = 12
DESCRIPTION, CANDIDATE = json.dumps({"sdp": "d" * 6_000}), json.dumps({"candidate": "c" * 220})  # as Chromium's are
PATIENCE = 60.0  # seconds until a call that does not come together is given up
FAST, CALM, LINE_EVERY = 0.35, 1.2, 10.0  # seconds between questions: while connecting, in a call; and of lines
TALK = 20.0  # seconds that the calls go on
LONGEST = 5_000  # ms that nineteen in twenty calls may take to connect, all of them begun at once
MOST_CPU = 100  # percent of one core
MOST_STATEMENTS = 3


@dataclass
class Called:
    """What came of it."""

    calls: int
    connected: list[float] = field(default_factory=list)  # seconds until each side had everything
    waits: list[float] = field(default_factory=list)  # seconds of each question
    wrong: list[str] = field(default_factory=list)
    statements: dict[str, int] = field(default_factory=dict)
    cpu_share: float = 0.0  # of one core, while the calls go on
    cpu_connecting: float = 0.0  # seconds of processor time for connecting one call


class Side:
    """One browser in a call."""

    def __init__(self, port: int, key: str, number: int, called: Called) -> None:
        self._line = http.client.HTTPConnection(HOST, port, timeout=30)
        self._address, self._number, self._called = f"/meeting/{key}/exchange/", number, called
        self._heard = self._mark = 0
        self._got = 0
        self._out = [CANDIDATE] * CANDIDATES if number == 2 else [DESCRIPTION, *[CANDIDATE] * CANDIDATES]
        self._may_send = number == 1  # the resident's seat is the lower one, so their browser begins

    def talk(self, until_connected: "threading.Barrier") -> None:
        """Connect, then talk for a while."""
        began = time.perf_counter()
        self._ask(comes=True)
        while self._got < CANDIDATES + 1 or self._out:
            if time.perf_counter() - began > PATIENCE:
                self._called.wrong.append("a call did not come together")
                break
            time.sleep(FAST)
            self._ask()
        self._called.connected.append(time.perf_counter() - began)
        until_connected.wait()
        end, said = time.perf_counter() + TALK, time.perf_counter()
        while time.perf_counter() < end:
            time.sleep(CALM)
            lines = [{"kind": "chat", "words": "路灯坏了三天了。"}] if time.perf_counter() - said > LINE_EVERY else []
            said = time.perf_counter() if lines else said
            self._ask(lines=lines)

    def _ask(self, *, comes: bool = False, lines: list[dict[str, str]] | None = None) -> None:
        out, self._out = (self._out, []) if self._may_send and not comes else ([], self._out)
        asked = {
            "browser": BROWSER.format(self._number), "page": f"bench-page-{self._number}", "heard": self._heard,
            "mark": self._mark, "comes": comes, "signals": [{"to": 3 - self._number, "what": one} for one in out],
            "lines": lines or [],
        }  # fmt: skip
        began = time.perf_counter()
        self._line.request("POST", self._address, json.dumps(asked), {"Content-Type": "application/json"})
        answer = self._line.getresponse()
        said = answer.read()
        self._called.waits.append(time.perf_counter() - began)
        if answer.status != http.client.OK:
            self._called.wrong.append(f"{answer.status} {said[:80]!r}")
            return
        told = json.loads(said)
        for number, _, what in told["signals"]:
            if self._number == 2 and "sdp" in json.loads(what):
                self._out, self._may_send = [DESCRIPTION, *self._out], True  # the answer, once the offer is there
            self._heard, self._got = number, self._got + 1
        self._mark = told["mark"]


def call(town: Home, calls: int) -> Called:
    """So many at once, through the server that everybody runs."""
    made = town.ask("bench.called", str(calls))
    called = Called(calls, statements=made["statements"])
    with running(town) as served:
        pids = processes.tree(served.pid) + town.database_processes()
        times: list[float] = []
        together = threading.Barrier(2 * calls, action=lambda: times.append(processes.cpu_seconds(pids)))
        sides = [Side(served.port, key, number, called) for keys in made["calls"] for number, key in enumerate(keys, 1)]
        threads = [threading.Thread(target=side.talk, args=(together,)) for side in sides]
        before = processes.cpu_seconds(pids)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        after = processes.cpu_seconds(pids)
    called.cpu_connecting = (times[0] - before) / calls
    called.cpu_share = 100 * (after - times[0]) / TALK
    return called


def calls_table(database: str, called: Called) -> str:
    """How quickly browsers find each other, and what the calls cost."""
    called.connected.sort()
    called.waits.sort()
    p95 = 1000 * called.connected[int(len(called.connected) * 0.95)]
    half = 1000 * called.connected[len(called.connected) // 2]
    wait = 1000 * called.waits[int(len(called.waits) * 0.95)]
    most = max(called.statements["nothing new"], called.statements["something to hear"])
    asked = ", ".join(f"{what}: {count}" for what, count in called.statements.items())
    took, share = f"{p95:,.0f} ms (half: {half:,.0f})", called.cpu_share
    rows = [
        ("connected, all begun at once: p95", f"≤ {LONGEST:,} ms", took, p95 <= LONGEST),
        ("processors while they go on", f"≤ {MOST_CPU} % of one", f"{share:.0f} %", share <= MOST_CPU),
        ("SQL statements of a question", f"≤ {MOST_STATEMENTS} to hear", asked, most <= MOST_STATEMENTS),
        ("wrong answers", "0", str(len(called.wrong)), not called.wrong),
    ]
    lines = [f"| {what} | {target} | {got} | {'ok' if ok else 'MISSED'} |" for what, target, got, ok in rows]
    head = f"# Calls by video: {database}, {called.calls} at once"
    once = f"{1000 * called.cpu_connecting:.0f} ms of processor time"
    foot = f"One question: p95 {wait:.0f} ms. Connecting one call: {once}."
    return "\n".join(
        [head, "", "| | to reach | measured | |", "|---|---|---|---|", *lines, "", foot, *called.wrong[:3]]
    )
