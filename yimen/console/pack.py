"""``yimen pack load``: categories, limits, letters and departments from a folder, all or nothing."""

import click
from django.utils.translation import gettext as _

from yimen.journeys.packs import BadPack, load_pack, pack_folder
from yimen.kernel import clock
from yimen.people.rules import Operator

SHOWN = 40  # lines of changes; the rest is counted


@click.command("load")
@click.argument("pack")
def load(pack: str) -> None:
    """Load PACK: one that comes along (cn, generic) or the path of a folder. If anything is wrong, nothing changes."""
    folder = pack_folder(pack)
    if not folder.is_dir():
        raise click.ClickException(_("There is no pack “%(pack)s”: neither one of ours nor a folder.") % {"pack": pack})
    try:
        loaded = load_pack(folder, by=Operator(), at=clock.now())
    except BadPack as bad:
        for problem in bad.problems:
            where = ":".join(part for part in (problem.file, str(problem.line or ""), problem.column) if part)
            click.echo(f"{where}: {_(problem.message) % problem.params}", err=True)
        says = _("Nothing was changed. To be mended first: %(count)s")
        raise click.ClickException(says % {"count": len(bad.problems)}) from None
    lines = loaded.lines()
    for line in lines[:SHOWN]:
        click.echo(line)
    if len(lines) > SHOWN:
        click.echo(_("… and %(count)s more") % {"count": len(lines) - SHOWN})
    for label in loaded.kept()[:SHOWN]:
        click.echo(_("kept as the town has it: %(label)s") % {"label": label})
    click.echo(_("The pack is loaded.") if loaded else _("Everything in the pack was there already."))
