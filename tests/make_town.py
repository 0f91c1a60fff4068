"""The small town of the tests: set up by the real verbs once, then put back row by row."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import shapely
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from yimen.journeys.packs import load_pack, pack_folder
from yimen.people.plans import AppointmentPlan, OfficePlan, PostPlan, StaffPlan, TownPlan
from yimen.people.rules import Operator, Role
from yimen.people.verbs.staff_town import staff_town
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.places.verbs import import_areas

PASSWORD = "a lamp at the bridge"
DEPARTMENTS = (
    "petitions housing urban civil-affairs human-resources agriculture natural-resources ecology transport education"
    " health market culture-tourism water energy emergency justice finance development telecom medical-insurance"
).split()
#: What setting up the town writes, in an order in which each row finds those it refers to.
TABLES = (
    "kernel.Edition places.Place people.Office people.Counter people.Staff people.Post people.Appointment"
    " deadlines.Limit deadlines.CountryCalendar routing.Procedure routing.Door routing.Category routing.Remit"
    " notifications.Template supervision.Rung journal.Entry"
).split()
_kept: dict[str, list[models.Model]] = {}


@transaction.atomic
def set_up_town(at: datetime) -> None:
    """The first time by the verbs; afterwards the same rows are put back, in a few milliseconds."""
    if not _kept:
        _by_verbs(at)
        _kept.update({label: list(_table(label).order_by("pk")) for label in TABLES})
        return
    for label, rows in _kept.items():
        _table(label).bulk_create(rows)
    _go_on_counting()


def _table(label: str) -> "models.Manager[Any]":
    manager: models.Manager[Any] = apps.get_model(label)._default_manager
    return manager


def _go_on_counting() -> None:
    """PostgreSQL's counters do not notice rows that came with their numbers."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [apps.get_model(label) for label in TABLES]):
            cursor.execute(statement)


def _by_verbs(at: datetime) -> None:
    import_areas(by=Operator(), plan=AreaPlan("KS", tuple(_places())), at=at)
    load_pack(pack_folder("cn"), by=Operator(), at=at)
    staff_town(by=Operator(), plan=_plan(), at=at)


def _names(zh: str, en: str, bo: str) -> dict[str, str]:
    return {"zh-hans": zh, "en": en, "bo": bo}


def _places() -> Iterator[PlannedPlace]:
    yield PlannedPlace("KS", "town", "", _names("格桑市", "Kelsang", "སྐལ་བཟང་"))
    yield PlannedPlace("KS01", "township", "KS", _names("那吾镇", "Nawu", "ན་བོ་"))
    yield PlannedPlace("KS02", "township", "KS", _names("卡加镇", "Kajia", "མཁར་གྱ་"))
    yield PlannedPlace("KS0101", "village", "KS01", _names("多河村", "Duohe", "མདོ་ཧོ་"))
    for step, (code, parent) in enumerate([("KS01A", "KS0101"), ("KS01B", "KS01"), ("KS02A", "KS02")]):
        west = 102.90 + step / 100
        outline = shapely.box(west, 34.90, west + 0.01, 34.91).wkb
        number = step + 1
        yield PlannedPlace(code, "area", parent, _names(f"第{number}网格", f"Area {number}", f"ས་ཁུལ་{number}"), outline)


def _plan() -> TownPlan:
    offices = tuple(_offices())
    posts = tuple(_posts())
    staff = tuple(StaffPlan(post.code, f"Invented {post.code}", "en", PASSWORD) for post in posts)
    since = date(2020, 1, 1)
    return TownPlan(offices, posts, staff, tuple(AppointmentPlan(p.code, p.code, since) for p in posts))


def _offices() -> Iterator[OfficePlan]:
    yield _office("town-office", "KS", "")
    yield _office("one-door", "KS", "KS-town-office", kind="centre")
    for function in DEPARTMENTS:
        yield _office(function, "KS", "KS-town-office")
    for number in (1, 2):
        yield _office("township-office", f"KS0{number}", "KS-town-office", number=number)
        yield _office("one-door", f"KS0{number}", f"KS-township-office-{number}", number=number, kind="centre")
    yield _office("village-committee", "KS0101", "KS-township-office-1")


def _office(function: str, place: str, superior: str, *, number: int = 0, kind: str = "department") -> OfficePlan:
    code = f"KS-{function}-{number}" if number else f"KS-{function}"
    said = function.replace("-", " ")
    counters: tuple[dict[str, str], ...] = ({}, {}, {}) if kind == "centre" else ()
    name = f"{said.capitalize()} office{f' {number}' if number else ''}"
    return OfficePlan(
        code, kind, function, place, _names(name, name, name), superior, telephone="0941-12345", counters=counters
    )


def _posts() -> Iterator[PostPlan]:
    yield _post("town-office", Role.SUPERVISOR)
    yield _post("town-office", Role.ADMINISTRATOR)
    yield _post("one-door", Role.CLERK)
    yield _post("one-door", Role.SUPERVISOR)
    yield _post("justice", Role.MEDIATOR)
    for function in DEPARTMENTS:
        yield _post(function, Role.HANDLER)
        yield _post(function, Role.SUPERVISOR)
    for number in (1, 2):
        yield _post(f"township-office-{number}", Role.HANDLER, f"KS0{number}")
        yield _post(f"one-door-{number}", Role.CLERK, f"KS0{number}")
    yield _post("village-committee", Role.HANDLER, "KS0101")
    yield _post("village-committee", Role.AREA_LEAD, "KS0101")


def _post(office: str, role: Role, place: str = "KS") -> PostPlan:
    return PostPlan(f"{office}-{role.value}", role, f"KS-{office}", place)
