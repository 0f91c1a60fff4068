"""The town's calendar: the country's public holidays and make-up days, and the town's own days on top.

The library ``holidays`` has China's make-up days as they were published; it agrees with the State Council's notices on
every day of 2022–2026 (a test compares them all), so no second library is needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import holidays

from yimen.deadlines.almanac import MAKE_UP, SATURDAY_SUNDAY, Almanac
from yimen.deadlines.models import CountryCalendar, LocalDay
from yimen.deadlines.rules import Name

#: Years whose holidays are looked up; outside them, weekends only.
YEARS = range(1990, 2041)
_SPOKEN = {"en": "en_US", "zh-hans": "zh_CN"}  # our languages, by the library's names
_SUBSTITUTE = "Day off"  # how the library calls a day that a make-up day was traded for: it has no name of its own


@dataclass(frozen=True)
class Country:
    """What is known of a country's holidays: day → code, the make-up days, and each code's names."""

    days: dict[date, Name] = field(default_factory=dict)
    working: dict[date, Name] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    weekend: frozenset[int] = SATURDAY_SUNDAY


def has_calendar(country: str) -> bool:
    """Whether this country ("CN") or part of one ("DE-BY") is known to the library; empty means weekends only."""
    code, _, part = country.partition("-")
    known = holidays.list_supported_countries(include_aliases=False)
    return not country or (code in known and (not part or part in known[code]))


@lru_cache(maxsize=4)
def country_days(country: str) -> Country:
    """The holidays of a country; none for a country that the library does not know."""
    if not country or not has_calendar(country):
        return Country()
    code, _, part = country.partition("-")
    books = {}
    spoken = holidays.country_holidays(code).supported_languages
    for ours, theirs in _SPOKEN.items():
        if theirs in spoken:
            books[ours] = holidays.country_holidays(code, subdiv=part or None, years=YEARS, language=theirs)
    book = books.get("en") or holidays.country_holidays(code, subdiv=part or None, years=YEARS)
    found = Country(weekend=frozenset(book.weekend))
    for day in book:
        name = _short(book[day])
        key = "" if name == _SUBSTITUTE else f"{country}:{name}"
        found.days[day] = key
        if key and key not in found.names:
            found.names[key] = {"en": name} | {ours: _short(other[day]) for ours, other in books.items()}
    found.working.update(dict.fromkeys(sorted(book.weekend_workdays), MAKE_UP))
    return found


def _short(name: str) -> str:
    """The first festival of a day, without what the library adds in brackets ("observed", "补假")."""
    return name.partition(";")[0].partition(" (")[0].partition("（")[0].strip()


def names_of(code: str) -> dict[str, str]:
    """A holiday's names in the languages that the library speaks; empty for other codes."""
    return country_days(code.partition(":")[0]).names.get(code, {})


@lru_cache(maxsize=2)
def calendar_for(edition: int) -> Almanac:  # noqa: ARG001 – the edition is what the process's memory goes by
    """The calendar of this edition. Where no country is chosen, weekends and the town's own days are all there is."""
    return _built({local.on: (local.works, local.names) for local in LocalDay.objects.all()})


def calendar_with(on: date, *, works: bool | None, names: Mapping[str, str]) -> Almanac:
    """The calendar as it would be if the town worked, or rested, on this day; nothing for the country's own way."""
    days = {local.on: (local.works, local.names) for local in LocalDay.objects.all()}
    days.pop(on, None)
    if works is not None:
        days[on] = (works, dict(names))
    return _built(days)


def _built(own: Mapping[date, tuple[bool, dict[str, str]]]) -> Almanac:
    """The country's days, and the town's own on top."""
    row = CountryCalendar.objects.order_by("pk").first()
    country = country_days(row.country) if row else Country()
    days, working = dict(country.days), dict(country.working)
    for on, (works, names) in own.items():
        days.pop(on, None)
        working.pop(on, None)
        if not works:
            days[on] = dict(names)
        elif on in country.days or on.weekday() in country.weekend:
            working[on] = dict(names)
    return Almanac(
        days,
        working,
        known_until=row.known_until if row else date.max,
        weekend=country.weekend,
        whole_stretch=bool(country.working),
    )
