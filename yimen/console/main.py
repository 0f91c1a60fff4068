"""The yimen command: a table of contents. A command's file is read only when it is called."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

import click

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


@dataclass(frozen=True)
class Chapter:
    """One command: where it stands, what it is for, and whether it wants Django."""

    target: str  # "yimen.console.run:run"
    says: str
    needs_django: bool = True


#: Chapter → its commands, in the order in which a newcomer wants them.
CONTENTS: dict[str, dict[str, Chapter]] = {
    "Every day": {
        "run": Chapter("yimen.console.run:run", "Start the town: pages and worker, until Ctrl-C.", needs_django=False),
        "mail run": Chapter("yimen.console.mailing.listen:run", "Take mail in, alone; `run` does it if it is set."),
        "phone run": Chapter("yimen.console.calling.listen:run", "Listen to the exchange and for texts, alone."),
        "worker": Chapter("yimen.console.worker:worker", "One worker alone: letters, reactions, the clock."),
    },
    "Setting up a town": {
        "prepare": Chapter("yimen.console.prepare:prepare", "Make everything ready to start; `run` does it by itself."),
        "migrate": Chapter("yimen.console.prepare:migrate", "Bring the tables of the database up to date."),
        "mail check": Chapter("yimen.console.mailing.check:check", "Do the settings for mail work? Each no in words."),
        "pack load": Chapter("yimen.console.pack:load", "Load a pack: categories, limits, letters, departments."),
        "town found": Chapter("yimen.console.found:found", "Found a town of your own: offices, desk, four sign-ins."),
        "areas import": Chapter("yimen.console.areas:import_areas", "Take over areas from a GeoJSON file."),
        "import requests": Chapter(
            "yimen.console.importing.requests:import_requests", "Take over cases from a CSV file."
        ),
        "staff password": Chapter("yimen.console.staff:password", "A new password for somebody who forgot theirs."),
        "staff second-step": Chapter("yimen.console.staff:second_step", "Take away a second step that was lost."),
        "stats rebuild": Chapter("yimen.console.figures.rebuild:rebuild", "Count all figures again, from the journal."),
        "search rebuild": Chapter("yimen.console.searching.index:rebuild", "Make what the search index lacks."),
        "search check": Chapter("yimen.console.searching.index:check", "Does the search index say what it should?"),
        "town invent": Chapter("yimen.console.town:invent", "Fill an empty database with the invented town Kelsang."),
    },
}


class Contents(click.Group):
    """A group whose commands are named in CONTENTS; ``words`` is what has been typed so far ("pack")."""

    def __init__(self, words: str = "", **attributes: object) -> None:
        super().__init__(**attributes)  # type: ignore[arg-type]
        self.words = f"{words} " if words else ""

    def chapters(self) -> dict[str, Chapter]:
        """All commands below this group, by the words that are still to be typed."""
        flat = {name: chapter for part in CONTENTS.values() for name, chapter in part.items()}
        return {name.removeprefix(self.words): c for name, c in flat.items() if name.startswith(self.words)}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 – click's own signature
        return list(dict.fromkeys(name.split()[0] for name in self.chapters()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 – click's own
        chapter = self.chapters().get(cmd_name)
        if chapter is None:
            below = [name for name in self.chapters() if name.startswith(f"{cmd_name} ")]
            return Contents(self.words + cmd_name, name=cmd_name, context_settings=CONTEXT) if below else None
        if chapter.needs_django:
            set_up_django()
        module, _, name = chapter.target.partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 – click's
        for title, part in CONTENTS.items():
            rows = [
                (name.removeprefix(self.words), chapter.says)
                for name, chapter in part.items()
                if name.startswith(self.words)
            ]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows, col_max=24)


def set_up_django() -> None:
    """Read the settings and the apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yimen.settings")
    import django  # noqa: PLC0415 – `yimen --help` and the supervisor do without

    django.setup()
    from django.utils import translation  # noqa: PLC0415 – see above

    translation.activate(spoken(os.environ))


def spoken(environment: Mapping[str, str]) -> str:
    """The language of the terminal: LC_ALL, LC_MESSAGES or LANG say "zh_CN.UTF-8"; English where they say nothing."""
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return {"zh": "zh-hans", "bo": "bo"}.get(said[:2], "en")


@click.command(cls=Contents, context_settings=CONTEXT)
@click.version_option(package_name="yimen", message="%(prog)s %(version)s")
def yimen() -> None:
    """One door for a town.

    Everything of a town lives in one folder, ./var unless YIMEN_HOME names another; docs/operate.md says more.
    """
