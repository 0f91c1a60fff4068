"""The invented town's posts at their real scale: who sits where, in which role, for which place."""

from collections.abc import Iterator

from yimen.journeys.kelsang.departments import DEPARTMENTS
from yimen.journeys.kelsang.offices import code, named
from yimen.people.plans import PostPlan
from yimen.people.rules import Role
from yimen.places.queries import Gazetteer, PlaceFacts

AREA_ADVISERS = 176
TOWN_LEGAL_ADVISERS = 5  # beside one for each village: 52 in all
TOWN_MEDIATORS = 3  # beside one for each township and village
TOWN_CLERKS, TOWNSHIP_CLERKS = 8, 2
DEPARTMENT_HANDLERS, TOWNSHIP_HANDLERS = 3, 2
TOWN_SUPERVISORS = 2

ROLE_NAMES = {
    Role.CLERK: {"zh-hans": "窗口工作人员", "en": "Clerk", "bo": "སྒེའུ་ཁུང་ལས་དོན་པ།"},
    Role.HANDLER: {"zh-hans": "经办人", "en": "Handler", "bo": "ལས་དོན་ཐག་གཅོད་པ།"},
    Role.SUPERVISOR: {"zh-hans": "督办人", "en": "Supervisor", "bo": "ལྟ་སྐུལ་བྱེད་མཁན།"},
    Role.ADMINISTRATOR: {"zh-hans": "系统管理员", "en": "Administrator", "bo": "དོ་དམ་པ།"},
    Role.MEDIATOR: {"zh-hans": "人民调解员", "en": "Mediator", "bo": "མི་དམངས་འདུམ་འགྲིག་པ།"},
    Role.AREA_LEAD: {"zh-hans": "负责人", "en": "Area lead", "bo": "འགན་འཁུར་བ།"},
    Role.AREA_ADVISER: {"zh-hans": "片区联络顾问", "en": "Area adviser", "bo": "ཞབས་ཞུའི་ཁུལ་གྱི་སློབ་སྟོན་པ།"},
    Role.LEGAL_ADVISER: {"zh-hans": "法律顾问", "en": "Legal adviser", "bo": "ཁྲིམས་ལུགས་སློབ་སྟོན་པ།"},
}


def posts(places: Gazetteer) -> tuple[PostPlan, ...]:
    """All posts, the town's first, then township by township and village by village."""
    return tuple(_posts(places))


def _posts(places: Gazetteer) -> Iterator[PostPlan]:
    town = places.town
    if town is None:
        return
    townships, villages = places.places_below(town.path, "township"), places.places_below(town.path, "village")
    yield from _town_posts(town)
    for township in townships:
        office = code(township, "township-office")
        yield from _seats(code(township, "one-door"), Role.CLERK, township, TOWNSHIP_CLERKS)
        yield from _seats(office, Role.HANDLER, township, TOWNSHIP_HANDLERS)
        yield from _seats(office, Role.SUPERVISOR, township)
        yield from _seats(office, Role.MEDIATOR, township)
    advisers = shares(AREA_ADVISERS, [len(places.places_below(village.path, "area")) for village in villages])
    for village, share in zip(villages, advisers, strict=True):
        committee, centre = code(village, "village-committee"), code(village, "one-door")
        yield from _seats(centre, Role.CLERK, village)
        yield from _seats(committee, Role.HANDLER, village)
        yield from _seats(committee, Role.MEDIATOR, village)
        yield from _seats(code(town, "justice"), Role.LEGAL_ADVISER, village)
        yield from _seats(centre, Role.AREA_ADVISER, village, share)
        for area in places.places_below(village.path, "area"):
            yield from _seats(committee, Role.AREA_LEAD, area)


def _town_posts(town: PlaceFacts) -> Iterator[PostPlan]:
    top, justice = code(town, "town-office"), code(town, "justice")
    yield from _seats(top, Role.ADMINISTRATOR, town)
    yield from _seats(top, Role.SUPERVISOR, town, TOWN_SUPERVISORS)
    yield from _seats(top, Role.HANDLER, town)
    yield from _seats(code(town, "one-door"), Role.CLERK, town, TOWN_CLERKS)
    for function, *_ in DEPARTMENTS:
        yield from _seats(code(town, function), Role.HANDLER, town, DEPARTMENT_HANDLERS)
        yield from _seats(code(town, function), Role.SUPERVISOR, town)
    yield from _seats(justice, Role.LEGAL_ADVISER, town, TOWN_LEGAL_ADVISERS)
    yield from _seats(justice, Role.MEDIATOR, town, TOWN_MEDIATORS)


def _seats(office: str, role: Role, place: PlaceFacts, number: int = 1) -> Iterator[PostPlan]:
    """So many posts of one role in one office, all for the same place."""
    seat_of = office if office.startswith(f"{place.code}-") else place.code
    names = named(place.names, ROLE_NAMES[role]) | {"en": f"{ROLE_NAMES[role]['en']}, {place.names.get('en', '')}"}
    for seat in range(1, number + 1):
        seat_code = f"{seat_of}-{role.value.replace('_', '-')}-{seat}"
        yield PostPlan(code=seat_code, role=role, office=office, place=place.code, names=names)


def shares(total: int, weights: list[int]) -> list[int]:
    """So many seats dealt out by weight, none lost to rounding (largest remainders; ties go to the first)."""
    whole = sum(weights) or 1
    dealt = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda at: (-(total * weights[at] % whole), at))
    for at in by_remainder[: total - sum(dealt)]:
        dealt[at] += 1
    return dealt
