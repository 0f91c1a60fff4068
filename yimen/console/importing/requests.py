"""``yimen import requests``: the cases of an older system, from a CSV file and a mapping."""

import gc
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click
from django.conf import settings
from django.db import OperationalError
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from yimen.console.importing.words import Sums, progress_of
from yimen.intake.channels.table.batches import Taker
from yimen.intake.channels.table.done import Done
from yimen.intake.channels.table.lines import Table
from yimen.intake.channels.table.mapping import Mapping
from yimen.intake.channels.table.mapping_file import read_mapping
from yimen.intake.channels.table.ready import require_ready
from yimen.intake.channels.table.reports import Receipts, Report
from yimen.intake.channels.table.rows import Rows
from yimen.intake.channels.table.text import look_at
from yimen.intake.channels.table.wrong import BadMapping
from yimen.kernel import clock
from yimen.kernel.verdict import Refused, Verdict
from yimen.people.rules import Operator
from yimen.routing.town import the_town

FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True)
class Asked:
    """What the operator asked for."""

    check_area: str
    report: Path
    receipts: Path | None
    dry_run: bool


@click.command("requests")
@click.argument("file", type=FILE)
@click.option("--mapping", "mapping_file", type=FILE, required=True, help="What the columns mean: a TOML file.")
@click.option("--check-area", default="", metavar="COLUMN", help="Compare the area found with this column.")
@click.option("--report", type=FILE, help="For lines with a reason; FILE.rejected.csv.")
@click.option("--receipts", type=FILE, help="Write old numbers with their receipts here, for handing out.")
@click.option("--dry-run", is_flag=True, help="Do all of it, and take it back.")
def import_requests(
    *, file: Path, mapping_file: Path, check_area: str, report: Path | None, receipts: Path | None, dry_run: bool
) -> None:
    """Take over the cases in FILE.csv with their original dates. Safe to run again; see docs/towns/import.md."""
    if receipts and dry_run:
        raise click.UsageError(_("A dry run makes no receipts: leave --receipts out"))
    asked = Asked(check_area, report or file.with_name(f"{file.name}.rejected.csv"), receipts, dry_run)
    try:
        done = _take_over(Console(), file, read_mapping(mapping_file), asked)
    except BadMapping as bad:
        for key, verdict in bad.problems:
            click.echo(f"{mapping_file.name}: {key}: {_say(verdict)}", err=True)
        says = _("Nothing was changed. To be mended first: %(count)s")
        raise click.ClickException(says % {"count": len(bad.problems)}) from None
    except Refused as no:
        raise click.ClickException(_say(no.verdict)) from no
    except (OperationalError, OSError) as error:  # a full disk, a database that has gone
        says = _("It stopped: %(why)s. What was taken over stays; mend that, and run the same command again")
        raise click.ClickException(says % {"why": str(error).strip()}) from error
    if done.differ or (done.rejected and done.rejected == done.read):
        raise click.exceptions.Exit(1)


def _take_over(console: Console, file: Path, mapping: Mapping, asked: Asked) -> Done:
    require_ready(mapping, the_town())
    text, at = look_at(file, mapping.encoding), clock.now()
    table = Table(text, mapping, asked.check_area)
    _warn(console, text.encoding if not text.is_sure else "", mapping)
    done = Done()
    gc.freeze()  # the program itself stays as it is: looking through it for rubbish took a quarter of the time
    with ExitStack() as open_files, progress_of(console, text.lines) as tell:
        report = open_files.enter_context(Report(asked.report, _say))
        receipts = open_files.enter_context(Receipts(asked.receipts)) if asked.receipts else None
        taker = Taker(
            by=Operator(),
            mapping=mapping,
            rows=Rows(mapping, table.heading, at, asked.check_area),
            at=at,
            rehearse=asked.dry_run,
            with_receipts=receipts is not None,
        )
        for batch in taker.take(table):
            report.note(batch.remarks)
            if receipts:
                receipts.note(batch.receipts)
            done.add(batch)
            tell(table.read, done.read)
    sums = Sums(done, the_town().places, checks=bool(asked.check_area), is_rehearsal=asked.dry_run)
    sums.print(console, report.path if report.is_there else None, asked.receipts)
    return done


def _warn(console: Console, guessed: str, mapping: Mapping) -> None:
    """What may be wrong with the whole file although every line can be read."""
    if guessed:
        says = _(
            "The file is not in UTF-8; it is read as %(encoding)s. If the words come out wrong, say in the mapping:"
        )
        console.print(Text(says % {"encoding": guessed.upper()}), Text('encoding = "latin-1"'), style="yellow")
    if mapping.zone.key != settings.TIME_ZONE:
        says = _(
            "The dates are those of %(theirs)s, but the town lives by %(ours)s, and days are counted in the town's own"
            " time. If that is not meant, stop and set YIMEN_TIME_ZONE=%(theirs)s"
        )
        console.print(Text(says % {"theirs": mapping.zone.key, "ours": settings.TIME_ZONE}), style="yellow")


def _say(verdict: Verdict) -> str:
    return _(verdict.reason) % verdict.params if verdict.params else _(verdict.reason)
