"""The figures as a table: what was to be reached, what was measured, and whether it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.measure import Result
from bench.shift import Waits

LISTS = ("list of 20, three filters", "deep page, after 90 %", "case page")
MOST = {"create": 14, "case page": 12, "receipt look-up": 4}  # SQL statements
MOST_OF_LISTS = 8
LONGEST_SEARCH = 30  # ms, of nineteen in twenty
LONGEST_WAIT = 150  # ms that nineteen in twenty wait at most, with fifty colleagues at work
MAILS_A_SECOND = 50


@dataclass(frozen=True)
class Line:
    """One thing that was to be reached."""

    what: str
    target: str
    measured: str
    is_ok: bool


def targets(result: Result, smallest: Result) -> Iterator[Line]:
    """The targets, as this size reaches them; ``smallest`` is the smallest size on the same database."""
    for name, count in result.statements.items():
        most = MOST.get(name, MOST_OF_LISTS)
        yield Line(f"{name}: SQL statements", f"≤ {most}", str(count), count <= most)
    share = result.pages["create"].per_second / result.pages["bare: one INSERT"].per_second
    yield Line("create : one INSERT, requests/s", "≥ 0.4", f"{share:.2f}", share >= 0.4)
    if result.cases > smallest.cases:
        for name in result.pages:
            if name.startswith(("bare", "create")):
                continue
            ratio = result.pages[name].cpu_ms / smallest.pages[name].cpu_ms
            size = f"{result.cases:,} : {smallest.cases:,} cases"
            yield Line(f"{name}: CPU time at {size}", "≤ 1.3", f"{ratio:.2f}", ratio <= 1.3)
    for outlines, microseconds in result.points.items():
        yield Line(f"point → area, {outlines} outlines", "≤ 25 µs", f"{microseconds:.0f} µs", microseconds <= 25)
    rows = result.import_rows
    yield Line("import", "≥ 1,500 rows/s", f"{rows:,.0f} rows/s", rows >= 1500)
    for name, (_, p95, _, _) in result.searches.items():
        yield Line(f"search, {name}: p95", f"≤ {LONGEST_SEARCH} ms", f"{p95:.1f} ms", p95 <= LONGEST_SEARCH)
    yield Line("memory of all processes", "≤ 200 MB", f"{result.megabytes:.0f} MB", result.megabytes <= 200)
    seconds = result.first_page_seconds
    yield Line("time to the first page", "≤ 3 s", f"{seconds:.1f} s", seconds <= 3)


def markdown(results: Sequence[Result]) -> str:
    """Everything, for a file."""
    parts = ["# How fast the town is\n"]
    for database in dict.fromkeys(result.database for result in results):
        mine = [result for result in results if result.database == database]
        for result in mine:
            parts.append(f"\n## {database}, {result.cases:,} cases (filled in {result.fill_seconds:.0f} s)\n")
            parts += _rows(("page", "SQL", "requests/s", "CPU ms (web + database)", "ms alone", "KB"), _pages(result))
            searches = [
                (name, f"{half:.1f}", f"{p95:.1f}", f"{cpu:.1f}", f"{hits:,}")
                for name, (half, p95, cpu, hits) in result.searches.items()
            ]
            parts += ["", *_rows(("search for", "median ms", "p95 ms", "CPU ms", "hits in all"), searches)]
            parts += ["", f"Documents made a second: {result.documents_a_second:,.0f}"]
            reached = [
                (line.what, line.target, line.measured, "ok" if line.is_ok else "MISSED")
                for line in targets(result, mine[0])
            ]
            parts += ["", *_rows(("to reach", "target", "measured", ""), reached)]
    return "\n".join(parts) + "\n"


def shift_table(database: str, cases: int, waits: Waits) -> str:
    """How long people waited during a shift; a page that makes one in twenty wait too long is marked."""
    rows = [
        (page, f"{count:,}", f"{half:.0f}", f"{p95:.0f}", f"{p99:.0f}", "ok" if p95 <= LONGEST_WAIT else "MISSED")
        for page, count, half, p95, p99 in waits.rows()
    ]
    parts = [f"# A shift: {database}, {cases:,} cases", "", f"Answers that were wrong: {len(waits.wrong)}", ""]
    parts += [f"- {wrong}" for wrong in waits.wrong[:5]]
    heads = ("page", "asked", "median ms", "p95 ms", "p99 ms", f"p95 ≤ {LONGEST_WAIT} ms")
    return "\n".join([*parts, "", *_rows(heads, rows)]) + "\n"


def mail_table(database: str, number: int, pace: dict[str, float]) -> str:
    """How fast mail comes in."""
    rows = [
        (what, f"{pace[key]:,.0f}", "ok" if pace[key] >= MAILS_A_SECOND else "MISSED")
        for what, key in (("handed in, on the disk", "handed_in"), ("made cases, by one worker", "taken"))
    ]
    head = f"# Mail: {database}, {number:,} mails of {pace['bytes'] / 1024:.0f} KB with a photograph"
    cpu = f"Processor time of the worker for one mail: {pace['cpu_ms']:.1f} ms"
    return "\n".join([head, "", *_rows(("", "mails/s", f"≥ {MAILS_A_SECOND}"), rows), "", cpu]) + "\n"


def _pages(result: Result) -> Iterator[tuple[str, ...]]:
    for name, page in result.pages.items():
        count = result.statements.get(name)
        cpu = f"{page.cpu_ms:.2f} ({page.web_cpu_ms:.2f} + {page.database_cpu_ms:.2f})"
        yield (
            name,
            "" if count is None else str(count),
            f"{page.per_second:,.0f}",
            cpu,
            f"{page.median_ms:.1f}",
            f"{page.size / 1024:.1f}",
        )


def _rows(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> list[str]:
    line = "| " + " | ".join(heads) + " |"
    return [line, "|" + "---|" * len(heads), *(f"| {' | '.join(row)} |" for row in rows)]
