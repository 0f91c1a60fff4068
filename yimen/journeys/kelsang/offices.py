"""The invented town's offices: three levels of centres, its departments, and who is above whom.

The town's government office is above all; below it the departments, the town's service centre and the ten township
offices; below each township office its own centre and its villages' committees; each village's centre stands
below the township's. So a supervisor in a township office sees that township, and what two departments dispute
is decided by the town office.
"""

from collections.abc import Iterator

from yimen.journeys.kelsang import departments as words
from yimen.people.plans import Names, OfficePlan
from yimen.places.queries import Gazetteer, PlaceFacts

LANGUAGES = ("zh-hans", "en", "bo")
Words = tuple[str, str, str, str]  # function, and the names in the order of LANGUAGES


def code(place: PlaceFacts, function: str) -> str:
    """The code of the office with this function in this place: "KS01-one-door"."""
    return f"{place.code}-{function}"


def offices(places: Gazetteer) -> tuple[OfficePlan, ...]:
    """All offices, each superior before those below it."""
    return tuple(_offices(places))


def _offices(places: Gazetteer) -> Iterator[OfficePlan]:
    town = places.town
    if town is None:
        return
    numbers = iter(range(1, 10_000))  # the last four digits of the telephones, which are nobody's
    top = code(town, "town-office")
    yield _office(town, words.TOWN_OFFICE, next(numbers))
    yield _office(town, words.ONE_DOOR, next(numbers), top, hours=words.TOWN_CENTRE_HOURS, counters=words.TOWN_COUNTERS)
    for department in words.DEPARTMENTS:
        yield _office(town, department, next(numbers), top)
    for township in places.places_below(town.path, "township"):
        above, centre = code(township, "township-office"), code(township, "one-door")
        yield _office(township, words.TOWNSHIP_OFFICE, next(numbers), top)
        yield _office(township, words.ONE_DOOR, next(numbers), above, counters=words.TOWNSHIP_COUNTERS)
        for village in places.places_below(township.path, "village"):
            yield _office(village, words.VILLAGE_COMMITTEE, next(numbers), above, hours=words.VILLAGE_HOURS)
            yield _office(
                village, words.ONE_DOOR, next(numbers), centre, hours=words.VILLAGE_HOURS,
                counters=words.VILLAGE_COUNTERS,
            )  # fmt: skip


def _office(
    place: PlaceFacts,
    about: Words,
    number: int,
    superior: str = "",
    *,
    hours: dict[str, list[list[str]]] = words.OFFICE_HOURS,
    counters: tuple[Names, ...] = (),
) -> OfficePlan:
    function = about[0]
    return OfficePlan(
        code=code(place, function),
        kind="centre" if function == "one-door" else "department",
        function=function,
        place=place.code,
        superior=superior,
        names=named(place.names, dict(zip(LANGUAGES, about[1:], strict=True))),
        telephone=f"0941-555-{number:04d}",
        address=_address(place, number),
        hours=hours,
        counters=counters,
    )


def named(place: Names, what: Names) -> Names:
    """The name of something in a place: "格桑市民政局", "Kelsang Civil Affairs"."""
    return {
        "zh-hans": f"{place.get('zh-hans', '')}{what['zh-hans']}",
        "en": f"{place.get('en', '')} {what['en']}".strip(),
        "bo": f"{place.get('bo', '').rstrip('།་ ')}་{what['bo']}".lstrip("་"),
    }


def _address(place: PlaceFacts, number: int) -> Names:
    """In words: a street in the town, the main street of a township, the square of a village."""
    names = place.names
    if place.level == "town":
        street, house = words.STREETS[number % len(words.STREETS)], 2 * number + 1
        return {
            "zh-hans": f"{names.get('zh-hans', '')}{street['zh-hans']}{house}号",
            "en": f"{house} {street['en']}, {names.get('en', '')}",
            "bo": f"{names.get('bo', '')} {street['bo']} ཨང་{house}",
        }
    square = place.level == "village"
    return {
        "zh-hans": f"{names.get('zh-hans', '')}{'文化广场旁' if square else '主街1号'}",
        "en": f"{'By the square' if square else '1 Main Street'}, {names.get('en', '')}",
        "bo": f"{names.get('bo', '')} {'ཐང་ཆེན་གྱི་འགྲམ།' if square else 'གཞུང་ལམ་ ཨང་1'}",
    }
