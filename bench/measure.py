"""Measuring one filled town: every page on the real server, and beside it what nothing can pass."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from bench import processes
from bench.load import Load, endless, get, load
from bench.samples import Known
from bench.towns import Home, Served, bare, running

OK, FOUND = 200, 302


@dataclass(frozen=True)
class Pace:
    """How long and how often everything is measured."""

    seconds: float = 2.0
    times: int = 3
    lines: int = 4  # connections at once
    rows: int = 5_000  # to import


@dataclass
class Page:
    """What a page took."""

    per_second: float
    web_cpu_ms: float  # of the web processes, for one request
    database_cpu_ms: float  # of PostgreSQL's processes; on SQLite it is in the web's
    median_ms: float  # when nobody else asks
    size: int  # bytes over the wire

    @property
    def cpu_ms(self) -> float:
        """All that the machine works for one request: this is what must not grow with the table."""
        return self.web_cpu_ms + self.database_cpu_ms


@dataclass
class Result:
    """All of one size on one database."""

    database: str
    cases: int
    fill_seconds: float = 0.0
    first_page_seconds: float = 0.0
    megabytes: float = 0.0
    import_rows: float = 0.0
    documents_a_second: float = 0.0
    points: dict[str, float] = field(default_factory=dict)
    statements: dict[str, int] = field(default_factory=dict)
    searches: dict[str, tuple[float, float, float, int]] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def measure(town: Home, result: Result, pace: Pace, say: Callable[[str], None]) -> None:
    """Ask this town for everything, again and again, and write the figures into ``result``."""
    inside = town.ask("bench.inside")
    known, result.statements = Known(**inside["known"]), inside["statements"]
    with bare(town) as limit, running(town) as served:
        result.first_page_seconds = served.seconds
        asked = _everything(known)
        runs: dict[str, list[Page]] = {name: [] for name in asked}
        for number in range(pace.times):  # in turns, so that a slow minute of the machine falls on all alike
            say(f"pages, {number + 1} of {pace.times}")
            for name, (status, requests) in asked.items():
                server = limit if name.startswith("bare") else served
                runs[name].append(_page(server, town, requests, status, pace))
        result.megabytes = processes.megabytes(processes.tree(served.pid))
    result.pages = {name: _best(pages) for name, pages in runs.items()}
    say("points and import")
    result.points = town.ask("bench.points")
    result.import_rows = town.ask("bench.importing", str(pace.rows))
    say("search")  # last: it gives every case words of its own
    found = town.ask("bench.searching")
    result.documents_a_second, result.searches = found["documents"] / found["seconds"], found["searches"]


def _everything(known: Known) -> dict[str, tuple[int, Iterator[bytes]]]:
    return {
        "bare: empty view": (OK, endless([get("/")])),
        "bare: one INSERT": (OK, endless([get("/insert/")])),
        "create": (OK, known.creates()),
        **{name: (OK, known.listed(name)) for name in known.pages},
        "case page": (OK, known.opened()),
        "receipt look-up": (FOUND, known.followed()),
    }


def _best(pages: list[Page]) -> Page:
    """What else the machine does can only make a page slower: of each figure the best counts."""
    least = min(pages, key=lambda page: page.cpu_ms)
    most, alone = max(page.per_second for page in pages), min(page.median_ms for page in pages)
    return Page(most, least.web_cpu_ms, least.database_cpu_ms, alone, least.size)


def _page(server: Served, town: Home, requests: Iterator[bytes], status: int, pace: Pace) -> Page:
    load(server.port, requests, lines=pace.lines, seconds=pace.seconds / 8, status=status)  # warm
    alone = load(server.port, requests, lines=1, seconds=pace.seconds / 3, status=status)
    web = processes.called(processes.tree(server.pid), "yimen.console.web")
    database = town.database_processes()
    before = processes.cpu_seconds(web), processes.cpu_seconds(database)
    many: Load = load(server.port, requests, lines=pace.lines, seconds=pace.seconds, status=status)
    after = processes.cpu_seconds(web), processes.cpu_seconds(database)
    web_ms, database_ms = (1000 * (b - a) / many.count for a, b in zip(before, after, strict=True))
    return Page(many.per_second, web_ms, database_ms, alone.median_ms, many.size)
