"""The lists a desk works from: cases whose turn is one's own, what is due, all that an office holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import BigIntegerField, ExpressionWrapper, F, Q, QuerySet

from yimen.cases.models import Case
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.queries import not_accused, offices_of
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town

PAGE = 20
#: Lists are counted up to here; beyond, the desk shows "99+". No count grows with the table.
COUNTED = 100


FEW = 5  # offices are few when they are less than a fifth of all


class Which(StrEnum):
    """Which list."""

    MINE = "mine"  # my office must act; what is due first comes first
    DUE = "due"  # all open ones, by the day they are due
    ALL = "all"  # everything, newest first


@dataclass(frozen=True)
class Wanted:
    """A list, its filters (codes and ids; empty for any), and the place to go on from."""

    which: Which = Which.MINE
    state: str = ""
    category: int | None = None
    area: int | None = None
    channel: str = ""
    language: str = ""
    kind: str = ""
    after: str = ""  # "2026-10-08.48213": the due day and number of the last one shown

    @property
    def is_narrowed(self) -> bool:
        """Is any filter chosen?"""
        return any((self.state, self.category, self.area, self.channel, self.language, self.kind))


@dataclass(frozen=True)
class Page:
    """Twenty cases, and the key of the next page, empty on the last."""

    cases: list[Case]
    next: str


def worklist(acting: Acting, wanted: Wanted, town: Town) -> Page:
    """One page of a list, in one statement whose work does not grow with the table.

    The numbers are found in an index that has all a list is narrowed by; only the rows of the page are read.
    """
    cases = _after(_filtered(_of(acting, wanted, town), wanted, town), wanted)
    order = ["-id"] if wanted.which is Which.ALL else ["due_on", "id"]
    gathered = [(F("id") + 0).desc() if wanted.which is Which.ALL else "due_on", *order[1:]]  # + 0: no walking
    numbers = cases.order_by(*(gathered if _gathers(acting, wanted, town) else order)).values("pk")[: PAGE + 1]
    found = list(Case.objects.filter(pk__in=numbers).order_by(*order).defer("words", "digest", "receipt_hash"))
    more = len(found) > PAGE
    return Page(found[:PAGE], key_of(found[PAGE - 1], wanted.which) if more else "")


def count(acting: Acting, wanted: Wanted, town: Town) -> int:
    """How many stand in this list, at most :data:`COUNTED`."""
    cases = _filtered(_of(acting, wanted, town), wanted, town)
    return cases.order_by().values("pk")[:COUNTED].count()


def key_of(case: Case, which: Which) -> str:
    """Where a list goes on after this case."""
    return str(case.pk) if which is Which.ALL else f"{case.due_on}.{case.pk}"


def _of(acting: Acting, wanted: Wanted, town: Town) -> QuerySet[Case]:
    """The cases of a list: a part of those that :func:`yimen.cases.queries.visible_to` lets this post open.

    (What a superior decides between two offices that are not both below stands in "my turn" alone.)
    """
    if acting.role not in LOOKING_ROLES:
        return Case.objects.none()
    which, cases = wanted.which, Case.objects.filter(not_accused(acting))
    if which is Which.DUE:
        cases = cases.filter(due_on__isnull=False)
    if acting.role is not Role.SUPERVISOR:
        held = cases.filter(office_id=acting.office_id)
        return held.filter(turn_office_id=acting.office_id) if which is Which.MINE else held
    if which is Which.MINE:
        return cases.filter(turn_office_id=acting.office_id)
    return _below(cases, acting, wanted, town)


def _below(cases: QuerySet[Case], acting: Acting, wanted: Wanted, town: Town) -> QuerySet[Case]:
    """Those of all offices below a supervisor.

    Two ways lead to the first twenty: gather what each office has and put it in order, or walk along the order of the
    whole town and leave out what is another's. Without statistics a database always gathers, which takes a second for
    a million cases; so we say which. Few offices and a narrow list are gathered, all else is walked.
    """
    offices = offices_of(acting, town)
    if _gathers(acting, wanted, town):
        return cases.filter(office_id__in=offices)
    walked = cases.alias(any_office=ExpressionWrapper(F("office_id") + 0, BigIntegerField()))  # + 0: no index for it
    return walked.filter(any_office__in=offices)


def _gathers(acting: Acting, wanted: Wanted, town: Town) -> bool:
    is_few = len(offices_of(acting, town)) * FEW <= len(town.offices.by_id)
    return acting.role is Role.SUPERVISOR and wanted.which is not Which.MINE and is_few and wanted.is_narrowed


def _filtered(cases: QuerySet[Case], wanted: Wanted, town: Town) -> QuerySet[Case]:
    plain = {name: getattr(wanted, name) for name in ("state", "channel", "language", "kind")}
    cases = cases.filter(**{name: value for name, value in plain.items() if value})
    if wanted.category:
        cases = cases.filter(category_id__in=town.catalogue.ids_below(wanted.category))
    if wanted.area:
        cases = cases.filter(area_id__in=town.places.ids_below(wanted.area))
    return cases


def _after(cases: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
    """Keyset paging: go on after the last row shown, however deep. A key that makes no sense starts anew."""
    if not wanted.after:
        return cases
    try:
        if wanted.which is Which.ALL:
            return cases.filter(pk__lt=int(wanted.after))
        day, number = wanted.after.split(".")
        due_on, pk = date.fromisoformat(day), int(number)
    except ValueError:
        return cases
    return cases.filter(Q(due_on__gte=due_on) & (Q(due_on__gt=due_on) | Q(due_on=due_on, pk__gt=pk)))
