"""Reading the ladder: the lists of those who must act, where one case stands, and what the public reads."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Count, F, Q, QuerySet

from yimen.cases.clocks import of_the_resident
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.queries import Case, offices_of, open_to
from yimen.cases.rules import OPEN
from yimen.cases.story import Story
from yimen.cases.supervised.running import cases_in_order, closed_cases, read_key
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import Term, edition_of
from yimen.kernel.clock import day_of
from yimen.kernel.text import number_in
from yimen.people.queries import offices_with
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town
from yimen.supervision.ladder import ladder_of
from yimen.supervision.models import PublicCount, Release, Standing, Unhappy
from yimen.supervision.rules import REACH, ROUND_AT, Does, RungFacts, next_rung
from yimen.supervision.verbs.climb_ladder import as_running

PAGE = 20


class Urgent(StrEnum):
    """The lists of the ladder."""

    REMINDED = "reminded"  # of one's own office
    TOLD = "told"  # told to the supervisor of the office
    INSPECTION = "inspection"  # of the offices below, for the supervisors above them


REACHES = {Urgent.REMINDED: Does.REMIND, Urgent.TOLD: Does.TELL, Urgent.INSPECTION: Does.INSPECT}


def urgent_lists(acting: Acting) -> list[Urgent]:
    """The lists that this post has: an office its own, a supervisor also those of telling and inspection."""
    if acting.role not in LOOKING_ROLES:
        return []
    return list(Urgent) if acting.role is Role.SUPERVISOR else [Urgent.REMINDED]


@dataclass(frozen=True)
class Stands:
    """Where a case stands on the ladder: since which day, and for which date."""

    rung: str
    reach: int
    since_on: date
    due_on: date


@dataclass(frozen=True)
class Page:
    """Twenty cases with where they stand, and the key of the next page, empty on the last."""

    cases: list[Case]
    stands: dict[int, Stands]
    next: str


def urgent_list(acting: Acting, which: Urgent, town: Town, after: str = "") -> Page:
    """One page of a list of the ladder, what is due first comes first; three statements, whatever the town's size."""
    return _page(urgent_rows(acting, which, town), acting, town, after)


def standing_in(acting: Acting, offices: Collection[int], reach: int, town: Town, after: str) -> Page:
    """One page of the cases of these offices that have climbed so far or farther."""
    rows = _still(acting, reach).filter(office_id__in=offices)
    return _page(rows, acting, town, after)


def _page(stand: QuerySet[Standing], acting: Acting, town: Town, after: str) -> Page:
    columns = ("case_id", "rung", "reach", "since_on", "due_on")
    rows = list(_after(stand, after).order_by("due_on", "case_id").values_list(*columns)[: PAGE + 1])
    stands = {pk: Stands(*row) for pk, *row in rows[:PAGE]}
    cases = cases_in_order(acting, stands.keys(), town)
    key = f"{rows[PAGE - 1][4]}.{rows[PAGE - 1][0]}" if len(rows) > PAGE else ""
    return Page(cases, stands, key)


def urgent_rows(acting: Acting, which: Urgent, town: Town) -> QuerySet[Standing]:
    """What stands in this list, to be counted or turned over page by page."""
    if which not in urgent_lists(acting):
        return Standing.objects.none()
    rows = _still(acting, REACH[REACHES[which]])
    if which is Urgent.INSPECTION:
        return rows.filter(office_id__in=[pk for pk in offices_of(acting, town) if pk != acting.office_id])
    if which is Urgent.TOLD:
        return rows.filter(office_id__in=_told_of(acting, town))
    return rows.filter(office_id=acting.office_id)


def _still(acting: Acting, reach: int) -> QuerySet[Standing]:
    """Cases that climbed so far for the date they have now: what was answered a moment ago has none any more."""
    return Standing.objects.filter(open_to(acting, case="case_id"), reach__gte=reach, case__due_on=F("due_on"))


def _told_of(acting: Acting, town: Town) -> list[int]:
    """One's own office, and those below it without a supervisor of their own: somebody is always told."""
    having = offices_with(Role.SUPERVISOR, town.editions.get("people", 0))

    def nearest(office_id: int) -> int | None:
        chain = [office_id, *(office.id for office in town.offices.superiors(office_id))]
        return next((pk for pk in chain if pk in having), None)

    return [pk for pk in offices_of(acting, town) if nearest(pk) == acting.office_id]


def _after(rows: QuerySet[Standing], key: str) -> QuerySet[Standing]:
    """Keyset paging. A key that makes no sense starts anew."""
    place = read_key(key)
    if place is None:
        return rows
    due_on, pk = place
    return rows.filter(Q(due_on__gte=due_on) & (Q(due_on__gt=due_on) | Q(due_on=due_on, case_id__gt=pk)))


def reached(reach: int) -> list[tuple[int, int | None, int]]:
    """By office and area, how many cases have climbed so far or farther, for the date they have now."""
    rows = Standing.objects.filter(reach__gte=reach, case__due_on=F("due_on")).order_by()
    return list(rows.values_list("office_id", "case__area_id").annotate(cases=Count("id")))


def stands_of(cases: Iterable[Case]) -> dict[int, Stands]:
    """Where these cases stand, for the marks on the rows of a list; one statement."""
    dates = {case.pk: case.due_on for case in cases if case.due_on}
    columns = ("case_id", "rung", "reach", "since_on", "due_on")
    rows = Standing.objects.filter(case_id__in=dates).values_list(*columns)
    return {pk: Stands(*row) for pk, *row in rows if dates[pk] == row[-1]}


@dataclass(frozen=True)
class OnLadder:
    """One case on the ladder: where it stands, and what happens next and when if its date is not met."""

    stands: Stands | None
    next: RungFacts | None
    next_on: date | None
    waits_for: str | None = None  # why the clock stands still, as the terms say it; nothing while it runs


def on_ladder(case: Case, story: Story, town: Town, at: datetime) -> OnLadder | None:
    """Where this case stands and what comes next; nothing when it has ended or the town has no ladder.

    No statement: the story knows.
    """
    ladder = ladder_of(town.editions)
    own = of_the_resident(story.terms)
    running = [term for term in own if term.state == Term.State.RUNNING]
    if not ladder or case.state not in OPEN:
        return None
    stands = _last_urged(story, case.due_on)
    if not running:
        return OnLadder(stands, None, None, next((t.pause_why for t in own if t.state == Term.State.PAUSED), ""))
    number = next((n for n, rung in enumerate(ladder, 1) if stands and rung.code == stands.rung), 0)
    term = as_running(min(running, key=lambda term: term.due_on), town.editions)
    over = day_of(at - timedelta(hours=ROUND_AT.hour, minutes=ROUND_AT.minute))  # whose round is over
    rung, on = next_rung(ladder, number, term, calendar_for(edition_of(town.editions)), after=over) or (None, None)
    return OnLadder(stands, rung, on)


def _last_urged(story: Story, due_on: date | None) -> Stands | None:
    """The last rung that the case climbed for the date it has now."""
    urged = [s for s in story.scenes if s.code == "case.urged" and s.facts["due"] == str(due_on)]
    if not urged or due_on is None:
        return None
    facts = urged[-1].facts
    return Stands(facts["rung"], facts["reach"], day_of(urged[-1].at), due_on)


@dataclass(frozen=True)
class Published:
    """A release of public numbers: by office, what is shown of public space and of all else (nothing: too few)."""

    on: date | None
    counts: dict[int, dict[int, int | None]]


def published() -> Published:
    """The release that stands now; two statements."""
    release = Release.objects.order_by("-on").first()
    if release is None:
        return Published(None, {})
    counts: dict[int, dict[int, int | None]] = {}
    rows = PublicCount.objects.filter(release=release).values_list("office_id", "suppress_below", "number")
    for office, below, number in rows:
        counts.setdefault(office, {})[below] = number
    return Published(release.on, counts)


def unhappy_rows(acting: Acting, town: Town) -> QuerySet[Unhappy]:
    """The cases that residents were unhappy with and that this supervisor may give back."""
    if acting.role is not Role.SUPERVISOR:
        return Unhappy.objects.none()
    return Unhappy.objects.filter(open_to(acting, case="case_id"), office_id__in=offices_of(acting, town))


def unhappy_list(acting: Acting, town: Town, after: str = "") -> tuple[list[Case], str]:
    """One page of them, the newest first, and the key of the next."""
    rows = unhappy_rows(acting, town).order_by("-case_id")
    if key := number_in(after):
        rows = rows.filter(case_id__lt=key)
    found = list(rows.values_list("case_id", flat=True)[: PAGE + 1])
    return closed_cases(acting, found[:PAGE], town), str(found[PAGE - 1]) if len(found) > PAGE else ""
