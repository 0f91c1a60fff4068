"""What stands in each list, and how a database finds it without reading what does not."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q, QuerySet

from yimen.cases.clocks import due_between, late_ones
from yimen.cases.lists.unrouted import unrouted_at
from yimen.cases.lists.which import Wanted, Which, desks_of, has_list
from yimen.cases.models import Case
from yimen.cases.queries import offices_of, open_to
from yimen.cases.rules import State
from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.clock import midnight
from yimen.kernel.models import without_index
from yimen.people.rules import Acting, Role
from yimen.routing.town import Town

#: A last day is near when it is today or one of so many working days that follow: rest days give nobody time to act,
#: so on a Friday the list reaches into the middle of the next week.
NEAR = 3
FEW = 5  # offices are few when they are less than a fifth of all


@dataclass(frozen=True)
class Asked:
    """Who asks, from which post, for which list, in which town and on which day."""

    acting: Acting
    wanted: Wanted
    town: Town
    today: date

    @property
    def which(self) -> Which:
        return self.wanted.which

    @property
    def is_supervisor(self) -> bool:
        return self.acting.role is Role.SUPERVISOR

    @cached_property
    def offices(self) -> list[int]:
        """The offices whose cases this post may open."""
        return offices_of(self.acting, self.town)

    @property
    def gathers(self) -> bool:
        """Few offices and a narrow list are gathered, all else is walked: see :func:`in_order`.

        One office alone is walked too: its part of an index has the order that is wanted, and is read to its end only
        where hardly anything fits.
        """
        is_few = 1 < len(self.offices) <= len(self.town.offices.by_id) / FEW
        is_narrow = self.wanted.is_narrowed or self.which in {Which.OVERDUE, Which.SOON}
        return self.is_supervisor and is_few and is_narrow


def in_order(asked: Asked) -> QuerySet[Case]:
    """What stands in the list, to be read in its order.

    For a supervisor two ways lead to the first twenty: gather what each office has and put it in order, or walk along
    the order of the whole town and leave out what is another's. Without statistics a database always gathers, which
    takes a second for a million cases; so we say which.
    """
    is_in_order = not asked.is_supervisor or len(asked.offices) == 1 or asked.which in {*_FOUND_ALONE, *_FEW}
    if is_in_order or asked.gathers:
        return in_any_order(asked)  # what an index holds alone
    return _of_the_list(asked).alias(any_office=without_index("office_id")).filter(any_office__in=asked.offices)


def in_any_order(asked: Asked) -> QuerySet[Case]:
    """The same, to be counted: each office's part is found on its own."""
    if asked.which in _FOUND_ALONE:
        return _of_the_list(asked)
    held = Q(office_id=asked.offices[0]) if len(asked.offices) == 1 else Q(office_id__in=asked.offices)
    return _of_the_list(asked).filter(held)


#: What came back, and what waits for more time, is little: an index holds nothing else.
_FEW = frozenset({Which.RETURNED, Which.TIME})
#: Those whose offices are part of what they are.
_FOUND_ALONE = frozenset({Which.MINE, Which.UNROUTED})


def _of_the_list(asked: Asked) -> QuerySet[Case]:
    """A part of the cases that :func:`yimen.cases.queries.visible_to` lets this post open, without its offices.

    (What a superior decides between two offices that are not both below stands in "my turn" alone.)
    """
    if not has_list(asked.acting, asked.which, asked.town):
        return Case.objects.none()
    return _narrowed(Case.objects.filter(open_to(asked.acting) & _what(asked)), asked)


def _what(asked: Asked) -> Q:
    acting, town, today = asked.acting, asked.town, asked.today
    if asked.which is Which.UNROUTED:
        return unrouted_at(desks_of(asked.acting, asked.town), asked.town)
    if asked.which is Which.SOON:
        return due_between(today, near(today, town))
    is_open = Q(due_on__isnull=False)
    if asked.which is Which.AREA:
        here = town.places.by_code[acting.place_path.rstrip("/").rpartition("/")[2]]
        return is_open & Q(area_id__in=town.places.ids_below(here.id))
    return {
        Which.MINE: _mine(asked),
        Which.OVERDUE: late_ones(today),
        Which.RETURNED: Q(returned=True),
        Which.TIME: Q(asks_time=True),
        Which.WAITING: is_open & Q(state=State.ASKED.value),
        Which.DUE: is_open,
        Which.ALL: Q(),
    }[asked.which]


def _mine(asked: Asked) -> Q:
    """What this post must do: what its superior decides between two offices is its supervisor's turn alone."""
    turn = Q(turn_office_id=asked.acting.office_id)
    return turn if asked.is_supervisor else turn & Q(office_id=asked.acting.office_id)


def near(today: date, town: Town) -> date:
    """The last day that is still near."""
    return calendar_for(edition_of(town.editions)).working_day_after(today, NEAR)


def _narrowed(cases: QuerySet[Case], asked: Asked) -> QuerySet[Case]:
    wanted, town = asked.wanted, asked.town
    plain = {name: getattr(wanted, name) for name in ("state", "channel", "language", "kind")}
    cases = cases.filter(**{name: value for name, value in plain.items() if value})
    if wanted.category:
        cases = cases.filter(category_id__in=town.catalogue.ids_below(wanted.category))
    if wanted.area:
        cases = cases.filter(area_id__in=town.places.ids_below(wanted.area))
    if wanted.received_from:
        cases = cases.filter(received_at__gte=midnight(wanted.received_from))
    if wanted.received_to:
        cases = cases.filter(received_at__lt=midnight(wanted.received_to + timedelta(days=1)))
    if wanted.due_until:
        cases = cases.filter(due_on__lte=wanted.due_until)
    return cases
