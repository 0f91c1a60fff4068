"""Every day of five years, against a calendar that two other packages agree on."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from yimen.deadlines.almanac import Almanac
from yimen.deadlines.calendars import country_days, has_calendar, names_of

ORACLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "cn_calendar_2022_2026.csv"
#: The official notices' festivals, by what the library calls them.
CALLED = {"Spring Festival": "Chinese New Year", "Labour Day": "Labor Day", "Tomb-sweeping Day": "Tomb-Sweeping Day",
          "Mid-autumn Festival": "Mid-Autumn Festival"}  # fmt: skip


@pytest.fixture(scope="module")
def oracle() -> dict[date, tuple[str, str]]:
    if not ORACLE.exists():
        pytest.skip("the calendar 2022–2026 is not beside the project")
    with ORACLE.open(encoding="utf-8") as lines:
        return {date.fromisoformat(r["date"]): (r["kind"], r["name"]) for r in csv.DictReader(lines)}


@pytest.fixture(scope="module")
def almanac() -> Almanac:
    country = country_days("CN")
    return Almanac(country.days, country.working, known_until=date(2026, 12, 31), whole_stretch=True)


def test_every_day_works_or_rests_as_published(oracle: dict[date, tuple[str, str]], almanac: Almanac) -> None:
    day, wrong = date(2022, 1, 1), []
    while day.year < 2027:
        kind, _ = oracle.get(day, ("", ""))
        published = kind == "makeup_workday" or (day.isoweekday() < 6 and kind != "holiday")
        if almanac.works(day) != published:
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


def test_every_holiday_has_its_festivals_name(oracle: dict[date, tuple[str, str]], almanac: Almanac) -> None:
    wrong = []
    for day, (kind, name) in oracle.items():
        code = str(almanac.name(day))
        if kind == "holiday" and code.removesuffix("'s Eve") != f"CN:{CALLED.get(name, name)}":
            wrong.append((day, name, code))
    assert wrong == []


def test_make_up_days_of_2026_are_those_of_the_notice(almanac: Almanac) -> None:
    made_up = [d for d in country_days("CN").working if d.year == 2026]
    assert [d.strftime("%m-%d") for d in made_up] == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    assert all(almanac.works(d) for d in made_up)


def test_holidays_have_names_in_chinese_and_english() -> None:
    assert names_of("CN:National Day") == {"en": "National Day", "zh-hans": "国庆节"}
    assert names_of("CN:Tomb-Sweeping Day")["zh-hans"] == "清明节"
    assert names_of("weekend") == names_of("make-up") == {}


def test_other_countries_and_their_parts_are_known_or_not() -> None:
    assert has_calendar("")
    assert has_calendar("CN")
    assert has_calendar("DE-BY")
    assert not has_calendar("XX")
    assert not has_calendar("DE-XX")
    assert country_days("DE-BY").days[date(2026, 1, 6)] == "DE-BY:Epiphany"
    assert country_days("XX").days == {}
