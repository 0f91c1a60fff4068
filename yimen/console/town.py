"""``yimen town invent``: the invented town Kelsang, for trying everything out."""

from collections.abc import Callable
from datetime import datetime

import click
from django.conf import settings
from django.utils.translation import gettext as _

from yimen.console.telling import HALF_MADE, SIGN_INS, telling
from yimen.journeys.kelsang.cases import invent_cases
from yimen.journeys.kelsang.committees import invent_committees
from yimen.journeys.kelsang.errands import invent_errands
from yimen.journeys.kelsang.places import TOWN_CODE, set_up_kelsang_places
from yimen.journeys.kelsang.staff import SAMPLE_PASSWORD, SAMPLE_SIGN_INS
from yimen.journeys.kelsang.texts import invent_texts
from yimen.journeys.kelsang.town import invent_staff
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel import clock
from yimen.kernel.models import editions
from yimen.people.rules import Operator
from yimen.places.queries import gazetteer
from yimen.supervision.calls.preparing import prepare_calls
from yimen.supervision.reacting import climb


def _load_pack(at: datetime) -> None:
    load_pack(pack_folder("cn"), by=Operator(), at=at)


CASES = 600
#: What is made, in order. Each step may be done again and adds only what is missing.
STEPS: tuple[tuple[str, Callable[[datetime], object]], ...] = (
    ("Categories, limits and letters (pack cn)", _load_pack),
    ("Places: a town, 10 townships, 47 villages, 260 areas", set_up_kelsang_places),
    ("Offices, posts and staff", invent_staff),
    ("Mediation committees and their seats", invent_committees),
    ("Templates and answers", invent_texts),
    ("What the counters of the centre serve", invent_errands),
)


def invent_town(cases: int = CASES) -> None:
    """Make the invented town. Killed in the middle, it is finished at the next start."""
    half = settings.HOME / HALF_MADE
    half.touch()
    at = clock.now()
    for what, step in STEPS:
        with telling(what):
            step(at)
    with click.progressbar(length=cases, label="  Cases of the past year") as bar:
        invent_cases(at, cases, lambda number: bar.update(number - bar.pos))
    for does in (climb, prepare_calls):  # what a morning brings, so that there is something to see at once
        does(at)
    lines = [f"{sign_in.username:<14} {sign_in.what}" for sign_in in SAMPLE_SIGN_INS]
    text = "\n".join(["Sample sign-ins, all with the password " + SAMPLE_PASSWORD, "", *lines])
    (settings.HOME / SIGN_INS).write_text(text, encoding="utf-8")
    half.unlink()


@click.command()
@click.option("--cases", type=click.IntRange(1, 100_000), default=CASES, show_default=True, help="Of the past year.")
def invent(cases: int) -> None:
    """Fill an empty database with the invented town Kelsang, and print its sample sign-ins."""
    town = gazetteer(editions().get("places", 0)).town
    if town and town.code != TOWN_CODE:
        raise click.ClickException(_("There is a town in this database already: %(code)s") % {"code": town.code})
    invent_town(cases)
    click.echo((settings.HOME / SIGN_INS).read_text(encoding="utf-8"))
