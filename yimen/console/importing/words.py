"""What an import says of itself: a bar while it runs, and a table at its end."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from yimen.intake.channels.table.done import Done
from yimen.kernel.languages import name_in
from yimen.places.queries import Gazetteer

_PLACES, _SAMPLES = 12, 5  # lines of the table; the rest is summed up


@contextmanager
def progress_of(console: Console, lines: int) -> Iterator[Callable[[int, int], None]]:
    """A bar over the lines of the file; call what it gives with the lines and the rows read so far."""
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[rows]}"), TimeRemainingColumn())
    began = monotonic()
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=max(lines, 1), rows="")

        def tell(line: int, rows: int) -> None:
            speed = rows / max(monotonic() - began, 0.001)
            words = _("%(rows)s rows, %(speed)s a second") % {"rows": f"{rows:,}", "speed": f"{speed:,.0f}"}
            progress.update(task, completed=min(line, lines), rows=words)

        yield tell
        progress.update(task, completed=max(lines, 1))


@dataclass(frozen=True)
class Sums:
    """The end of an import, in figures."""

    done: Done
    places: Gazetteer
    checks: bool
    is_rehearsal: bool

    def print(self, console: Console, report: Path | None, receipts: Path | None) -> None:
        """The table, what the files are, and how the areas compare."""
        console.print(self._table())
        if report:
            console.print(Text(_("Why, line by line: %(file)s") % {"file": report}), soft_wrap=True)
        if receipts:
            says = _("The receipts: %(file)s. Whoever reads it can read every case: hand them out, then delete it")
            console.print(Text(says % {"file": receipts}), soft_wrap=True)
        if self.done.unknown:
            names = ", ".join(f"{name} × {number}" for name, number in self.done.unknown.most_common(_SAMPLES))
            says = _("The mapping has nothing for these categories, so they were left open: %(names)s")
            console.print(Text(says % {"names": names}), soft_wrap=True)
        if self.checks:
            self._print_agreement(console)

    def _table(self) -> Table:
        done = self.done
        table = Table(show_header=False, title=_("Dry run: nothing was kept") if self.is_rehearsal else None)
        table.add_column(overflow="fold")
        table.add_column(justify="right")
        for words, number in (
            (_("Read"), done.read),
            (_("Taken over"), done.taken),
            ("  " + _("closed, with their answers"), done.closed),
            ("  " + _("still open"), done.taken - done.closed),
            ("  " + _("without a category, for the one-door desk"), done.left_open),
            (_("Here already, left as they are"), done.here),
            (_("Rejected"), done.rejected),
            (_("Taken with a change"), done.mended),
        ):
            table.add_row(words, f"{number:,}")
        table.add_section()
        places = self._by_place().most_common()
        for name, number in places[:_PLACES]:
            table.add_row(Text(name), f"{number:,}")
        if rest := places[_PLACES:]:
            says = _("… and %(count)s more") % {"count": len(rest)}
            table.add_row(says, f"{sum(number for _name, number in rest):,}")
        return table

    def _by_place(self) -> Counter[str]:
        """Cases by the place that their area lies in (by the area itself where that is the town)."""
        found: Counter[str] = Counter()
        for area_id, number in self.done.found_in.items():
            chain = self.places.chain(area_id) if area_id else []
            near = next((place for place in chain[1:] if place.level != "town"), chain[0] if chain else None)
            named = name_in(near.names, get_language() or "en") or near.code if near else ""
            found[named or _("Without a point")] += number
        return found

    def _print_agreement(self, console: Console) -> None:
        done = self.done
        compared = done.agree + len(done.differ)
        says = _("%(agree)s of %(compared)s agree with the area that the file gives")
        console.print(Text(says % {"agree": f"{done.agree:,}", "compared": f"{compared:,}"}))
        for number, said, area_id in done.differ[:_SAMPLES]:
            area = self.places.by_id.get(area_id or 0)
            differs = _("%(number)s: the file says %(said)s, the point lies in %(found)s")
            found = "–" if area is None else " / ".join(p.code for p in self.places.chain(area.id)[:-1])
            console.print(Text(differs % {"number": number, "said": said, "found": found}))
