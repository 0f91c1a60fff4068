"""``yimen areas import``: service areas from a GeoJSON file, all or nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import click
import shapely
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table
from rich.text import Text

from yimen.kernel import clock
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.models import editions
from yimen.kernel.verdict import Refused
from yimen.people.rules import Operator
from yimen.places import geojson, mending, verbs
from yimen.places.outlines import Feature, Problem, examine
from yimen.places.queries import Gazetteer, gazetteer, outlines
from yimen.places.rules import AreaPlan, Imported

_SHOWN = 12  # problems of one kind in the table; the rest is counted


@dataclass(frozen=True)
class Asked:
    """What the operator asked for."""

    grouping: geojson.Grouping
    repair: bool
    replace: bool
    allow_gaps: bool


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", required=True, help="The property with each area's code; codes are keys, names are not.")
@click.option("--name", default="", help="The property with its name.")
@click.option("--parent", default="", help="The property with what it lies in: a place's code, or a group's name.")
@click.option("--town", default="", help="The code of the town; it is made if it is not there yet.")
@click.option("--language", type=click.Choice(LANGUAGES), default=settings.LANGUAGE_CODE, help="Of the names.")
@click.option("--repair", is_flag=True, help="Mend overlaps, gaps and crossed lines.")
@click.option("--allow-gaps", is_flag=True, help="A lake, or ground of another town, may stay without an area.")
@click.option("--replace", is_flag=True, help="Areas of the town that are not in the file come to their end today.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
def import_areas(  # noqa: PLR0913 – the options of a command
    *, file: Path, code: str, name: str, parent: str, town: str, language: str, dry_run: bool, **flags: bool
) -> None:
    """Take over service areas from FILE.geojson. If anything is wrong with it, nothing is changed."""
    console = Console()
    places = gazetteer(editions().get("places", 0))
    town = town or (places.town.code if places.town else "")
    if not town:
        raise click.UsageError(_("There is no town yet. Give it a code: --town CODE"))
    levels = {facts.code: facts.level for facts in places.by_id.values()}
    asked = Asked(geojson.Grouping(town, language, levels), **flags)
    try:
        with _patience(console, _("Reading")):
            features = geojson.read(file, geojson.Properties(code, name, parent))
        plan = _sound_plan(console, features, asked, places)
        with _patience(console, _("Writing")), transaction.atomic():
            done = verbs.import_areas(by=Operator(), plan=plan, at=clock.now())
            transaction.set_rollback(dry_run)
    except Refused as no:
        raise click.ClickException(_(no.verdict.reason) % no.verdict.params) from no
    console.print(Text(_summary(done, dry_run=dry_run)))


def _sound_plan(console: Console, features: list[Feature], asked: Asked, places: Gazetteer) -> AreaPlan:
    """A plan with nothing wrong in it; otherwise the problems are shown and the command ends."""
    standing = _standing(features, asked, places)
    with _patience(console, _("Looking for overlaps and gaps")):
        problems = examine(features + standing, allow_gaps=asked.allow_gaps)
    if asked.repair and any(problem.can_be_repaired for problem in problems):
        with _patience(console, _("Repairing")):
            mended = mending.repair(features + standing, allow_gaps=asked.allow_gaps)
            still = examine(mended, allow_gaps=asked.allow_gaps)
        if not still:
            console.print(Text(_("Repaired: %(what)s") % {"what": _counted(problems)}))
        touched = [new for new, old in zip(mended[len(features) :], standing, strict=True) if new != old]
        features, problems = mended[: len(features)] + touched, still
    problems = [*problems, *geojson.examine_groups(features, asked.grouping)]
    if problems:
        _show(console, problems, repaired=asked.repair)
        raise click.exceptions.Exit(1)
    return geojson.plan_for(features, asked.grouping, replace=asked.replace)


def _standing(features: Sequence[Feature], asked: Asked, places: Gazetteer) -> list[Feature]:
    """Areas that will still be there beside the file's own: they must fit together too."""
    own, town = {feature.code for feature in features}, f"{asked.grouping.town_code}/"
    stay = [
        facts
        for facts in places.places_below("", "area")
        if facts.code not in own and not (asked.replace and facts.path.startswith(town))
    ]
    drawn = outlines(facts.id for facts in stay)
    return [
        Feature(-facts.id, facts.code, shapely.from_wkb(drawn[facts.id]), parent=facts.path.split("/")[-3])
        for facts in stay
        if facts.id in drawn
    ]


def _show(console: Console, problems: Sequence[Problem], *, repaired: bool) -> None:
    table = Table(title=Text(_("Nothing was changed. This is wrong:")), title_justify="left")
    table.add_column(_("What"))
    table.add_column(_("Can be repaired"), justify="center")
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.kind] += 1
        if seen[problem.kind] <= _SHOWN:
            words = _(problem.reason) % problem.params
            table.add_row(Text(words), Text(_("yes") if problem.can_be_repaired else _("no")))
    console.print(table)
    if max(seen.values()) > _SHOWN:
        console.print(Text(_("Altogether: %(what)s") % {"what": _counted(problems)}))
    if not repaired and any(problem.can_be_repaired for problem in problems):
        console.print(Text(_("Run it again with --repair to have mended what can be, or mend the file")))


def _counted(problems: Sequence[Problem]) -> str:
    kinds = Counter(problem.kind for problem in problems)
    return ", ".join(f"{kind} × {number}" for kind, number in kinds.most_common())


def _summary(done: Imported, *, dry_run: bool) -> str:
    if done.nothing_changed:
        return _("Nothing to change: all %(areas)s areas are there already") % {"areas": done.areas}
    numbers = {"areas": done.areas, "created": done.created, "changed": done.changed, "ended": done.ended}
    if dry_run:
        return _("Would import %(areas)s areas: %(created)s places new, %(changed)s changed, %(ended)s ended") % numbers
    return _("Imported %(areas)s areas: %(created)s places new, %(changed)s changed, %(ended)s ended") % numbers


@contextmanager
def _patience(console: Console, what: str) -> Iterator[None]:
    """A sign of life for what takes longer than two seconds."""
    status = console.status(Text(f"{what} …"))
    late = Timer(2, status.start)
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
        late.join()
        status.stop()
