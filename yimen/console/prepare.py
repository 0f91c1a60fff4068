"""Everything ready for a start: tables, style sheets, a pack, the invented town. Does only what is missing."""

from hashlib import sha256
from pathlib import Path

import click
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError
from django.utils.translation import gettext as _

from yimen.console.telling import HALF_MADE, telling
from yimen.kernel.models import editions
from yimen.notifications.queries import letters_without_words


@click.command()
@click.option("--empty", is_flag=True, help="Leave an empty database empty: no invented town.")
def prepare(*, empty: bool) -> None:
    """Make everything ready to start. Safe to run at any time; does only what is missing."""
    bring_tables_up_to_date()
    gather_static_files()
    if not empty and (not editions() or (settings.HOME / HALF_MADE).exists()):
        from yimen.console.town import invent_town  # noqa: PLC0415 – loads geometry, and is wanted once in a town's life

        invent_town()
    if editions() and (missing := letters_without_words()):
        words = _("This version writes letters for which the town has no words yet: %(letters)s. Load your pack again.")
        click.echo(f"\n  {words % {'letters': ', '.join(missing)}}\n      yimen pack load cn\n")


@click.command()
def migrate() -> None:
    """Bring the tables of the database up to date. Take a copy first when it holds a real town."""
    click.echo("The tables were brought up to date." if bring_tables_up_to_date() else "The tables are up to date.")


def bring_tables_up_to_date() -> bool:
    """Run the migrations that are missing; False if there were none."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        place = settings.DATABASES["default"]["HOST"] or settings.DATABASES["default"]["NAME"]
        advice = "Does it exist, does it run, and may we write there? YIMEN_DATABASE and YIMEN_HOME name it."
        raise click.ClickException(f"The database ({place}) cannot be opened. {advice}\n{error}") from None
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    with telling("Making the tables"):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    return True


def gather_static_files() -> bool:
    """Collect the style sheets, compressed and named by content; False if they are as they were."""
    root = Path(settings.STATIC_ROOT)
    stamp, now = root / ".stamp", _likeness()
    if stamp.exists() and stamp.read_text() == now:
        return False
    with telling("Gathering the style sheets"):
        call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(now)
    return True


def _likeness() -> str:
    """Of all static files' names, sizes and times: quick, and it changes whenever one of them does."""
    found = sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = Path(storage.path(name)).stat()
            found.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    return found.hexdigest()
