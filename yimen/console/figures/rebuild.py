"""``yimen stats rebuild``: the figures are derived, so they can be made again at any time."""

import click
from django.utils.translation import gettext as _

from yimen.kernel import clock
from yimen.stats.counting import count_now
from yimen.stats.mediating.counting import EVER, count_since
from yimen.stats.weeks import rebuild_weeks


@click.command("rebuild")
def rebuild() -> None:
    """Count the weeks again from the journal, what is open now, and mediations. The numbers come out as they were."""
    entries = rebuild_weeks()
    count_now(clock.now())
    count_since(EVER)
    click.echo(_("Counted again from %(count)s entries of the journal.") % {"count": entries})
