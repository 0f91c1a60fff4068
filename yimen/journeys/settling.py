"""A new village: its place, its areas and the posts it usually has. Each step may be done again and adds what lacks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction

from yimen.kernel.clock import day_of
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.policies import may_set_up
from yimen.people.posts import posts_serving
from yimen.people.queries import ONE_DOOR, OfficeFacts
from yimen.people.rules import Actor, Role
from yimen.people.verbs.set_up_post import set_up_post
from yimen.places.queries import PlaceFacts
from yimen.places.rules import PlannedPlace
from yimen.places.verbs.set_up_place import set_up_place
from yimen.routing.town import Town, the_town

P = ParamSpec("P")
T = TypeVar("T")
MOST_AREAS = 30
NO_NAME = gettext_noop("Please write the name.")
NO_TOWNSHIP = gettext_noop("A village lies in a township or in the town.")
NAMED_SO = gettext_noop("There already is a village called %(name)s here. Go on with that one.")
TOO_MANY = gettext_noop("A village has at most 30 areas.")
NO_OFFICE = gettext_noop("Open the office first: a post is a seat in an office.")
JUSTICE = "justice"  # what the packs call the office of legal advisers


@dataclass(frozen=True)
class Wanted:
    """A post that a village usually has."""

    role: Role
    place: PlaceFacts
    office: OfficeFacts


def one_wins(step: Callable[P, T]) -> Callable[P, T]:
    """All of a step or nothing; of two administrators who do the same at once, the second is told so."""

    @wraps(step)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with transaction.atomic():
                return step(*args, **kwargs)
        except IntegrityError as taken:
            raise Refused(JUST_CHANGED) from taken

    return guarded


@one_wins
def settle_village(*, by: Actor, township: str, names: dict[str, str], at: datetime) -> str:
    """The village is there afterwards, without areas, offices and posts. Returns its code."""
    town = the_town()
    above = town.places.by_code.get(township)
    if above is None or above.level not in {"town", "township"}:
        raise Refused(NO_TOWNSHIP)
    require(may_set_up(by, above.path))
    named = {language: " ".join(name.split()) for language, name in names.items() if name.strip()}
    if not named:
        raise Refused(NO_NAME)
    inside = [one for one in town.places.places_below(above.path, "village") if one.parent_id == above.id]
    for name in named.values():
        if any(name in one.names.values() for one in inside):
            raise Refused(NAMED_SO, name=name)
    code = next(_codes(above.code, town))
    set_up_place(by=by, place=PlannedPlace(code, "village", above.code, named), is_new=True, at=at)
    return code


@one_wins
def name_village(*, by: Actor, village: str, names: dict[str, str], at: datetime) -> None:
    """It is called so in these languages; those that are left empty stay as they are."""
    town = the_town()
    place = town.places.by_code[village]
    require(may_set_up(by, place.path))
    named = {language: " ".join(name.split()) for language, name in names.items() if name.strip()}
    set_up_place(by=by, place=PlannedPlace(village, "village", place.path.split("/")[-3], named), at=at)


@one_wins
def settle_areas(*, by: Actor, village: str, names: Sequence[str], language: str, at: datetime) -> list[str]:
    """An area for each of these names that the village has none of yet; their outlines come later."""
    town = the_town()
    place = town.places.by_code[village]
    require(may_set_up(by, place.path))
    there = town.places.places_below(place.path, "area")
    known = {name for area in there for name in area.names.values()}
    new = list(dict.fromkeys(name for name in names if name not in known))
    if len(there) + len(new) > MOST_AREAS:
        raise Refused(TOO_MANY)
    if not new:
        raise Refused(NO_NAME)
    codes = []
    for name, code in zip(new, _codes(village, town), strict=False):
        set_up_place(by=by, place=PlannedPlace(code, "area", village, {language: name}), is_new=True, at=at)
        codes.append(code)
    return codes


@one_wins
def settle_posts(*, by: Actor, village: str, at: datetime) -> int:
    """The posts that the village usually has and that are not there yet; they are vacant. Returns how many."""
    town = the_town()
    missing = missing_posts(by, town, town.places.by_code[village], at)
    taken: dict[str, int] = {}
    for one in missing:
        stem = f"{one.place.code}-{one.role.value}"[:44]
        number = taken[stem] = taken.get(stem, 0) + 1
        code = stem if number == 1 else f"{stem}-{number}"
        set_up_post(by=by, code=code, role=one.role, office=one.office.code, place=one.place.code, names={}, at=at)
    return len(missing)


def missing_posts(by: Actor, town: Town, village: PlaceFacts, at: datetime) -> list[Wanted]:
    """What is not there of: a clerk or handler in each office, an adviser and a legal adviser, a lead for each area."""
    areas = town.places.places_below(village.path, "area")
    offices = offices_of(town, village)
    if not offices:
        raise Refused(NO_OFFICE)
    there = {(p.role, p.place_id, p.office_id) for p in posts_serving([village.id, *(a.id for a in areas)], day_of(at))}
    served = {(role, place) for role, place, _ in there}
    first = next((office for office in offices if office.function != ONE_DOOR), offices[0])
    wanted = [
        Wanted(role, village, office)
        for office in offices
        for role in [Role.CLERK if office.function == ONE_DOOR else Role.HANDLER]
        if (role, village.id, office.id) not in there
    ]
    legal = _legal_office(by, town, village) or first
    wanted += [
        Wanted(role, place, office)
        for role, place, office in (
            (Role.AREA_ADVISER, village, first),
            (Role.LEGAL_ADVISER, village, legal),
            *((Role.AREA_LEAD, area, first) for area in areas),
        )
        if (role, place.id) not in served
    ]
    return wanted


def offices_of(town: Town, village: PlaceFacts) -> list[OfficeFacts]:
    """The open offices of this village itself."""
    return [office for office in town.offices.by_id.values() if office.place_id == village.id and office.is_open]


def _legal_office(by: Actor, town: Town, village: PlaceFacts) -> OfficeFacts | None:
    """The nearest office of justice above, where whoever sets up the village may set up a post."""
    for place in town.places.chain(village.id):
        office = town.offices.serving(JUSTICE, place.id)
        if office and may_set_up(by, office.place_path):
            return office
    return None


def _codes(stem: str, town: Town) -> Iterator[str]:
    """Codes inside this one that no place has or had: KS01 → KS0101, KS0102 …"""
    for number in range(1, 1000):
        code = f"{stem}{number:02}"
        if code not in town.places.by_code:
            yield code
