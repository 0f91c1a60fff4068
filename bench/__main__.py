"""``bin/bench``: fill a town to several sizes on both databases, and print how fast it is."""

import json
import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.markdown import Markdown

from bench.burst import burst, burst_table
from bench.calls import call, calls_table
from bench.measure import Pace, Result, measure
from bench.report import mail_table, markdown, shift_table
from bench.samples import Known
from bench.shift import Shift, Waits, work
from bench.towns import YIMEN, Absent, Home, home, running

UNITS = {"k": 1_000, "M": 1_000_000}
DATABASES = ("sqlite", "postgres")


def sizes(_: click.Context, __: click.Parameter, words: str) -> list[int]:
    """Such as "10k,100k,1M"."""
    try:
        found = [int(word.rstrip("kM")) * UNITS.get(word[-1:], 1) for word in words.split(",")]
    except ValueError:
        raise click.BadParameter("write it like 10k,100k,1M") from None
    if any(not 500 <= size <= 5_000_000 for size in found):
        raise click.BadParameter("between 500 and 5M cases")
    return sorted(found)


@click.command()
@click.option("--sizes", "wanted", default="10k,100k,1M", show_default=True, callback=sizes, help="Numbers of cases.")
@click.option("--database", default="both", show_default=True, type=click.Choice([*DATABASES, "both"]))
@click.option("--quick", is_flag=True, help="Each page once, for a second: to see that it works.")
@click.option("--shift", type=int, help="Only this: fifty colleagues work so many seconds, while residents send cases.")
@click.option("--mail", type=int, help="Only this: so many mails are handed in, and become cases.")
@click.option("--burst", "phones", type=int, help="Only this: so many telephones send at once what they had kept.")
@click.option("--calls", type=int, help="Only this: so many calls by video begin at once, and go on for a while.")
@click.option("--out", type=click.Path(path_type=Path), help="Write OUT.md and OUT.json too.")
def bench(*, wanted: list[int], database: str, quick: bool, out: Path | None, **only: int | None) -> None:
    """Measure the town at these sizes; takes about a quarter of an hour for all."""
    screen = Console(stderr=True)
    pace = Pace(seconds=1.0, times=1, rows=1_500) if quick else Pace()
    results: list[Result] = []
    for kind in DATABASES if database == "both" else [database]:
        try:
            with home(kind) as town:
                if mail := only["mail"]:
                    Console().print(Markdown(mail_table(kind, mail, _mails(town, mail))))
                    continue
                if phones := only["phones"]:
                    town.call([sys.executable, "-m", "bench.fill", "500"])
                    Console().print(Markdown(burst_table(kind, phones, burst(town, phones))))
                    continue
                if calls := only["calls"]:
                    Console().print(Markdown(calls_table(kind, call(town, calls))))
                    continue
                for size in wanted:
                    screen.print(f"{kind}, {size:,} cases")
                    began = time.monotonic()
                    town.call([sys.executable, "-m", "bench.fill", str(size)])
                    if shift := only["shift"]:
                        Console().print(Markdown(shift_table(kind, size, _shift(town, shift))))
                        continue
                    result = Result(kind, size, fill_seconds=time.monotonic() - began)
                    measure(town, result, pace, lambda said: screen.print(f"  {said}"))
                    results.append(result)
                    _keep(results, out)
        except Absent as absent:
            screen.print(f"{kind}: skipped. {absent}.")
    if results:
        Console().print(Markdown(markdown(results)))


def _shift(town: Home, seconds: int) -> Waits:
    town.call([*YIMEN, "search", "rebuild"])
    with running(town) as served:
        return work(town, served, Known(**town.ask("bench.inside")["known"]), Shift(seconds=seconds))


def _mails(town: Home, number: int) -> dict[str, float]:
    town.call([sys.executable, "-m", "bench.fill", "500"])
    found: dict[str, float] = town.ask("bench.mailing", str(number))
    return found


def _keep(results: list[Result], out: Path | None) -> None:
    """What has been measured so far, should the rest be stopped."""
    if out:
        out.with_suffix(".md").write_text(markdown(results), encoding="utf-8")
        out.with_suffix(".json").write_text(json.dumps([r.plain() for r in results], indent=1), encoding="utf-8")


if __name__ == "__main__":
    bench()
