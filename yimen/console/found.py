"""``yimen town found``: a town of one's own, ready for its areas and its first case."""

import click
from django.conf import settings
from django.utils.translation import gettext as _

from yimen.console.prepare import bring_tables_up_to_date
from yimen.journeys.founding import Founding, found_town
from yimen.journeys.packs import BadPack, pack_folder
from yimen.kernel import clock
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import Refused
from yimen.people.rules import ROLE_WORDS, Operator


@click.command()
@click.argument("name")
@click.option("--code", required=True, help="The town's code, as KS: letters and digits; it never changes.")
@click.option("--language", type=click.Choice(LANGUAGES), default=settings.LANGUAGE_CODE, help="Of the name.")
@click.option("--pack", default="generic", help="Whose categories, limits and departments: generic, cn, or a folder.")
def found(*, name: str, code: str, language: str, pack: str) -> None:
    """Found the town NAME: an office for each department of the pack, a service desk, and four sign-ins.

    The passwords are printed once and stand nowhere else.
    """
    folder = pack_folder(pack)
    if not folder.is_dir():
        raise click.ClickException(_("There is no pack “%(pack)s”: neither one of ours nor a folder.") % {"pack": pack})
    bring_tables_up_to_date()
    try:
        sign_ins = found_town(by=Operator(), founding=Founding(code, name, language, folder), at=clock.now())
    except BadPack as bad:
        raise click.ClickException(str(bad)) from None
    except Refused as no:
        raise click.ClickException(_(no.verdict.reason) % no.verdict.params) from no
    if not sign_ins:
        click.echo(_("The town is there already; nobody's password was changed."))
        return
    click.echo(_("The town is founded. Write these down; they are not shown again:"))
    for sign_in in sign_ins:
        click.echo(f"  {sign_in.username:<12} {sign_in.password}   {_(ROLE_WORDS[sign_in.role])}")
