"""Reading the figures: one office with those below it, by office, by township, by week."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, Sum

from yimen.cases.clocks import due_between, late_ones
from yimen.cases.lists.unrouted import desks_among, unrouted_at
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.queries import Case
from yimen.cases.supervised.behind import PAGE, Behind, cases_behind
from yimen.cases.supervised.running import cases_in_order, read_key
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Acting, Role
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town
from yimen.stats.models import NowCount, Reading, Stuck, WeekCount
from yimen.stats.rules import SOON_DAYS, Now, Week, last_weeks
from yimen.supervision.queries import standing_in
from yimen.supervision.rules import REACH, Does

Numbers = dict[str, int]  # by rules.Now


@dataclass(frozen=True)
class Overview:
    """All that the page of one office shows."""

    office: OfficeFacts
    at: datetime | None  # when the open cases were counted; nothing before the first time
    total: Numbers
    below: list[tuple[OfficeFacts, Numbers]]  # each with all below it
    itself: Numbers
    townships: list[tuple[PlaceFacts, Numbers]]
    mondays: list[date]
    weeks: dict[str, list[int]] = field(default_factory=dict)  # by rules.Week


@dataclass(frozen=True)
class AskedFor:
    """A number of an office, and the place in its list to go on from."""

    office_id: int
    what: Now
    after: str = ""


def may_oversee(acting: Acting, office_id: int, town: Town) -> bool:
    """An office sees its own figures; its supervisor also those of the offices below it."""
    office = town.offices.by_id.get(office_id)
    if office is None or acting.role not in LOOKING_ROLES:
        return False
    return office_id == acting.office_id or (
        acting.role is Role.SUPERVISOR and office.path.startswith(acting.office_path)
    )


def offices_within(acting: Acting, office_id: int, town: Town) -> list[int]:
    """The offices whose cases one office's figures count: with those below it, for a supervisor."""
    if acting.role is not Role.SUPERVISOR:
        return [office_id]
    path = town.offices.by_id[office_id].path
    return [office.id for office in town.offices.by_id.values() if office.path.startswith(path)]


def overview(acting: Acting, office_id: int, town: Town, today: date) -> Overview:
    """The figures of one office, in four statements, however many cases there are."""
    within = offices_within(acting, office_id, town)
    counted = NowCount.objects.filter(office_id__in=within).order_by()
    by_office: dict[int, Numbers] = {}
    for office, what, number in counted.values_list("office_id", "what").annotate(sum=Sum("number")):
        by_office.setdefault(office, {})[what] = number
    by_place: dict[int, Numbers] = {}
    for place, what, number in counted.values_list("place_id", "what").annotate(sum=Sum("number")):
        by_place.setdefault(place, {})[what] = number
    reading = Reading.objects.order_by("-pk").first()
    mondays = last_weeks(today)
    return Overview(
        office=town.offices.by_id[office_id],
        at=reading.at if reading else None,
        total=_sum(by_office.values()),
        below=_below(office_id, by_office, town) if len(within) > 1 else [],
        itself=by_office.get(office_id, {}),
        townships=[(town.places.by_id[pk], by_place[pk]) for pk in sorted(by_place) if pk in town.places.by_id],
        mondays=mondays,
        weeks=_weeks(within, mondays),
    )


def _sum(many: object) -> Numbers:
    total: Numbers = {}
    for numbers in many:  # type: ignore[attr-defined] # any number of them
        for what, number in numbers.items():
            total[what] = total.get(what, 0) + number
    return total


def _below(office_id: int, by_office: dict[int, Numbers], town: Town) -> list[tuple[OfficeFacts, Numbers]]:
    """The offices right below this one, each with all that stand below it."""
    own = [office for office in town.offices.by_id.values() if office.parent_id == office_id]
    return [
        (child, _sum(n for pk, n in by_office.items() if town.offices.by_id[pk].path.startswith(child.path)))
        for child in sorted(own, key=lambda office: office.id)
    ]


def _weeks(within: list[int], mondays: list[date]) -> dict[str, list[int]]:
    rows = WeekCount.objects.filter(office_id__in=within, monday__gte=mondays[0]).order_by()
    found = {(m, w): n for m, w, n in rows.values_list("monday", "what").annotate(sum=Sum("number"))}
    return {what.value: [found.get((monday, what.value), 0) for monday in mondays] for what in Week}


def behind(acting: Acting, asked: AskedFor, town: Town, today: date) -> tuple[list[Case], str]:
    """The cases behind a number, twenty at a time: only those that this post may open. (Vacant posts are no cases.)"""
    within, what, after = offices_within(acting, asked.office_id, town), asked.what, asked.after
    if what in {Now.URGED, Now.INSPECTED}:
        reach = REACH[Does.REMIND if what is Now.URGED else Does.INSPECT]
        page = standing_in(acting, within, reach, town, after)
        return page.cases, page.next
    if what is Now.STUCK:
        return _stuck(acting, within, town, after)
    soon = calendar_for(edition_of(town.editions)).working_day_after(today, SOON_DAYS)
    of = {
        Now.LATE: late_ones(today),
        Now.SOON: due_between(today, soon),
        Now.UNROUTED: unrouted_at(desks_among(within, town), town),
        Now.RETURNED: Q(returned=True),
    }.get(what, Q())
    return cases_behind(acting, Behind(within, of), town, after)


def _stuck(acting: Acting, within: list[int], town: Town, after: str) -> tuple[list[Case], str]:
    rows = Stuck.objects.filter(office_id__in=within).order_by("due_on", "case_id")
    if place := read_key(after):
        rows = rows.filter(due_on__gte=place[0]).exclude(due_on=place[0], case_id__lte=place[1])
    found = list(rows.values_list("case_id", "due_on")[: PAGE + 1])
    key = f"{found[PAGE - 1][1]}.{found[PAGE - 1][0]}" if len(found) > PAGE else ""
    return cases_in_order(acting, [pk for pk, _ in found[:PAGE]], town), key
