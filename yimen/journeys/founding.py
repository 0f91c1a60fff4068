"""Founding a town of one's own: the least that must be there before a case can come in and be worked on."""

import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from yimen.journeys.kelsang.departments import TOWN_OFFICE
from yimen.journeys.pack_files.pack import FunctionRow, Pack
from yimen.journeys.packs import load_pack
from yimen.kernel.clock import day_of
from yimen.kernel.languages import LANGUAGES
from yimen.kernel.models import editions
from yimen.kernel.receipts import ALPHABET
from yimen.kernel.text import named
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.plans import AppointmentPlan, OfficePlan, PostPlan, StaffPlan, TownPlan
from yimen.people.rules import ROLE_WORDS, Hours, Operator, Role
from yimen.people.verbs.staff_town import staff_town
from yimen.places.queries import gazetteer
from yimen.places.rules import PlannedPlace
from yimen.places.verbs import set_up_place
from yimen.routing.town import the_town

ONE_DOOR = "one-door"
LONGEST_NAME = 120
HOURS: Hours = {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
ANOTHER_TOWN = gettext_noop("There is a town in this database already: %(code)s")
ANOTHER_PACK = gettext_noop("This town lives by another pack: %(pack)s would take away %(count)s of its categories.")
NO_ONE_DOOR = gettext_noop("The pack has no department “one-door” for a town, so no case could come in.")


@dataclass(frozen=True)
class Founding:
    """What the founder decides; all else can be changed later at the desk."""

    code: str
    name: str
    language: str
    pack: Path


@dataclass(frozen=True)
class SignIn:
    """One of the first three sign-ins. The password is told once and stands nowhere."""

    username: str
    role: Role
    password: str


#: Who can sign in from the first day.
SIGNING_IN = (Role.CLERK, Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR)


@transaction.atomic
def found_town(*, by: Operator, founding: Founding, at: datetime) -> list[SignIn]:
    """The town's place, its pack, an office for each department of the pack, a desk with hours, and four sign-ins.

    Run again, it adds what is missing, such as the name in another language or a department that the pack has now,
    and changes nobody's password and nothing that the town has made of its offices; then it returns no sign-ins.
    Raises BadPack or Refused, with nothing changed.
    """
    names = named({founding.language: founding.name}, LONGEST_NAME)
    town = gazetteer(editions().get("places", 0)).town
    if town and town.code != founding.code:
        raise Refused(ANOTHER_TOWN, code=town.code)
    there = {office.code for office in the_town().offices.by_id.values()}
    loaded = load_pack(founding.pack, by=by, at=at)
    if loaded.catalogue.retired:
        raise Refused(ANOTHER_PACK, pack=founding.pack.name, count=len(loaded.catalogue.retired))
    place = PlannedPlace(founding.code, "town", "", names)
    set_up_place(by=by, place=place, at=at)
    functions = _busiest_first(loaded.pack)
    if ONE_DOOR not in {f.code for f in functions}:
        raise Refused(NO_ONE_DOOR)
    sign_ins = [SignIn(role.value, role, _password()) for role in SIGNING_IN]
    staff_town(by=by, plan=_plan(founding, functions, sign_ins, there, at), at=at)
    return [] if there else sign_ins


def _busiest_first(pack: Pack) -> list[FunctionRow]:
    """The departments of a town, first those that answer for most categories: its first handler begins there."""
    answers = Counter(pack.offer.remits.values())
    return sorted((f for f in pack.functions.values() if "town" in f.levels), key=lambda f: -answers[f.code])


def _plan(
    founding: Founding, functions: list[FunctionRow], sign_ins: list[SignIn], there: set[str], at: datetime
) -> TownPlan:
    """All but the offices that are ``there`` with their posts: their names, telephones and hours are the town's own."""
    offices = tuple(office for office in _offices(founding.code, functions) if office.code not in there)
    posts = tuple(_posts(founding.code, offices))
    with translation.override(founding.language):  # they are called so until the town writes who they are
        called = {sign_in.role: gettext(ROLE_WORDS[sign_in.role]) for sign_in in sign_ins}
    return TownPlan(
        offices=offices,
        posts=posts,
        staff=tuple(StaffPlan(s.username, called[s.role], founding.language, s.password) for s in sign_ins),
        appointments=tuple(AppointmentPlan(post.role.value, post.code, day_of(at)) for post in posts),
    )


def _offices(town: str, functions: list[FunctionRow]) -> Iterator[OfficePlan]:
    """The town's office above all, and one office for each department; named as the pack names them."""
    above, *names = TOWN_OFFICE
    top = f"{town}-{above}"
    yield OfficePlan(top, "department", above, town, dict(zip(LANGUAGES, names, strict=True)), hours=HOURS)
    for function in functions:
        kind = "centre" if function.code == ONE_DOOR else "department"
        names_of = dict(function.names)
        yield OfficePlan(f"{town}-{function.code}", kind, function.code, town, names_of, superior=top, hours=HOURS)


def _posts(town: str, offices: tuple[OfficePlan, ...]) -> Iterator[PostPlan]:
    """A clerk at the desk, a supervisor and the administrator above all, and a handler in each department.

    One person holds all of the handlers' posts, to begin with.
    """
    for office in offices:
        role = Role.CLERK if office.kind == "centre" else Role.HANDLER if office.superior else Role.SUPERVISOR
        yield PostPlan(f"{office.code}-{role.value}", role, office.code, town)
        if role is Role.SUPERVISOR:
            yield PostPlan(f"{office.code}-administrator", Role.ADMINISTRATOR, office.code, town)


def _password() -> str:
    """Twelve symbols that look like no others (59 bits), in groups, so that they can be copied from paper."""
    symbols = "".join(secrets.choice(ALPHABET.lower()) for _ in range(12))
    return "-".join(symbols[at : at + 4] for at in (0, 4, 8))
