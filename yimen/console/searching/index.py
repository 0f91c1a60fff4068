"""``yimen search rebuild`` and ``yimen search check``: the index is derived, so it can be made again at any time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from yimen.search import index
from yimen.search.engine import is_sound


@click.command("rebuild")
@click.option("--anew", is_flag=True, help="Make everything anew, not only what is missing.")
def rebuild(*, anew: bool) -> None:
    """Make what the search index lacks, newest cases first. May be stopped and started again; the town goes on."""
    with _bar() as seen:
        written = index.rebuild(anew=anew, seen=seen)
    click.echo(_("Documents written: %(count)s") % {"count": written})


@click.command("check")
def check() -> None:
    """Compare the search index with the cases, and with itself; writes nothing."""
    with _bar() as seen:
        differing = index.differing(seen=seen)
    if differing.wrong:
        says = _("Not as they should be: %(count)s. Mend it with: yimen search rebuild --anew")
        raise click.ClickException(says % {"count": differing.wrong})
    if differing.missing:
        says = _("Not in the index yet: %(count)s. A running town adds them; or do it now with: yimen search rebuild")
        raise click.ClickException(says % {"count": differing.missing})
    if not is_sound():
        raise click.ClickException(
            _(
                "The database’s own part of the search index is damaged: it finds other cases than it should."
                " Mend it with: yimen search rebuild --anew"
            )
        )
    click.echo(_("The search index says what it should."))


@contextmanager
def _bar() -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(_("Cases"), total=index.cases_to_index())
        yield lambda more: bar.advance(task, more)
