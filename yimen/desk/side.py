"""The side of the desk: the lists that stand at the left of every page, each with how much is in it.

One line more is one line in :data:`SIDE_LISTS`::

    SideList("asked_of_us", _("Asked of us"), lambda: reverse("desk_questions"), asked_of_us, frozenset({Role.HANDLER}))

``counted`` is given who is here (post, town, day) and answers with the rows to be counted, as a query set of your own
app's queries; all lines are counted together in one statement, each up to 99, so a line costs no page a statement of
its own. It must find a hundred of its rows along an index. Where it answers ``None``, this post does not have the line.
The page behind a line needs nothing but ``{% include "desk/parts/lists.html" %}`` in its block ``lists``: its own line
is marked by its address.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from yimen.calls.queries import wishes_of
from yimen.cases.lists import COUNTED, Asked, Wanted, Which, countable, has_list, lists_of
from yimen.cases.lists.which import LISTS
from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.together.enquiries import waiting_for
from yimen.cases.views.codes import EDITION
from yimen.cases.views.queries import ViewFacts, views_of
from yimen.desk.acting import Here
from yimen.desk.beside.address import is_at
from yimen.desk.beside.coming_back import back_to_list
from yimen.desk.words import CALL_BACKS, LIST_WORDS, UNHAPPY, URGENT, Words
from yimen.intake.channels.letter.queries import rows_begun
from yimen.intake.posting import rows_posting
from yimen.intake.queries import rows_held
from yimen.kernel.counting import Question, question
from yimen.people.rules import Acting, Role
from yimen.supervision.calls.queries import calls_of
from yimen.supervision.queries import Urgent, unhappy_rows, urgent_lists, urgent_rows
from yimen.video.queries import rows_lined_up

CLERKS, SUPERVISORS = frozenset({Role.CLERK}), frozenset({Role.SUPERVISOR})


@dataclass(frozen=True)
class SideList:
    """One line at the side."""

    name: str  # unlike any other line's
    words: Words
    url: Callable[[], str]
    counted: Callable[[Here], Any]  # a query set, or nothing where this post does not have the line
    roles: frozenset[Role]
    is_pressing: bool = False  # its number stands out while there is anything in it
    key: str = ""  # the letter that leads there after "g"


#: After "g", the letter of each list; those that somebody keeps have the digits.
GO = {
    Which.UNROUTED: "n",
    Which.MINE: "m",
    Which.OVERDUE: "o",
    Which.SOON: "s",
    Which.RETURNED: "r",
    Which.TIME: "t",
    Which.WAITING: "w",
    Which.AREA: "a",
    Which.DUE: "d",
    Which.ALL: "l",
}


@dataclass(frozen=True)
class SideLine:
    """A line as it is shown."""

    name: str
    words: Words
    url: str
    count: str  # "7", "99+"; empty where nothing is counted
    is_here: bool
    is_late: bool
    key: str


def list_url(which: Which) -> str:
    """The address of a list."""
    return f"{reverse('desk')}?{urlencode({'list': which.value})}"


def _standing(which: Which, here: Here) -> object:
    if not has_list(here.acting, which, here.town):
        return None
    return countable(Asked(here.acting, Wanted(which), here.town, here.today))


def _urgent(which: Urgent, here: Here) -> object:
    return urgent_rows(here.acting, which, here.town) if which in urgent_lists(here.acting) else None


def _to_the_post(here: Here) -> object:
    return rows_posting(here.acting, here.town)


#: The lists of cases, and below them what others add.
SIDE_LISTS: tuple[SideList, ...] = (
    *(
        SideList(
            which.value,
            LIST_WORDS[which],
            partial(list_url, which),
            partial(_standing, which),
            roles,
            is_pressing=which is Which.OVERDUE,
            key=GO[which],
        )
        for which, roles in LISTS.items()
    ),
    SideList(
        "asked", _("Asked of us"), partial(reverse, "desk_asked"), lambda here: waiting_for(here.acting), LOOKING_ROLES
    ),
    *(
        SideList(
            which.value,
            URGENT[which],
            partial(reverse, "desk_urgent", args=[which.value]),
            partial(_urgent, which),
            LOOKING_ROLES,
            is_pressing=True,
        )
        for which in Urgent
    ),
    SideList(
        "unhappy", UNHAPPY, partial(reverse, "desk_unhappy"), lambda it: unhappy_rows(it.acting, it.town), SUPERVISORS
    ),
    SideList(
        "arrivals",
        _("Mail and messages that wait"),
        partial(reverse, "desk_arrivals"),
        lambda it: rows_held(it.acting, it.town),
        CLERKS,
    ),
    SideList(
        "video",
        _("Calls by video"),
        partial(reverse, "desk_video"),
        lambda here: rows_lined_up(here.acting),
        CLERKS,
        is_pressing=True,
    ),
    SideList("wishes", _("To call back"), partial(reverse, "desk_wishes"), lambda it: wishes_of(it.acting), CLERKS),
    SideList("calls", CALL_BACKS, partial(reverse, "desk_calls"), lambda it: calls_of(it.acting), CLERKS),
    SideList("post", _("To the post"), partial(reverse, "desk_posting"), _to_the_post, LOOKING_ROLES),
    SideList("scans", _("Letters on paper"), partial(reverse, "desk_scans"), lambda it: rows_begun(it.acting), CLERKS),
)


def at_the_side(request: HttpRequest) -> dict[str, object]:
    """A context processor: the lines of the side, read only where a page shows them."""
    acting: Acting | None = getattr(request, "acting", None)
    if acting is None:
        return {}
    return {
        "side": SimpleLazyObject(lambda: side_of(request, acting)),
        "go_keys": SimpleLazyObject(lambda: _go_keys(request, acting)),
        "back_to_list": back_to_list(request),
    }


def _go_keys(request: HttpRequest, acting: Acting) -> list[tuple[str, Words]]:
    return [(GO[which], LIST_WORDS[which]) for which in lists_of(acting, request.town)]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Side:
    """What stands at the left: the lists of the post, and below them those that somebody keeps for themselves."""

    lists: list[SideLine]
    views: list[SideLine]

    def __iter__(self) -> Iterator[SideLine]:
        return iter([*self.lists, *self.views])


def side_of(request: HttpRequest, acting: Acting, at: str = "") -> Side:
    """All lines, counted in one statement; ``at`` is the address of the list one is in, if it is not this page's."""
    here = Here.now(request, acting)
    mine, views, counting = _lines(here, _views(here))
    counts = counting.ask()
    at = at or _address(request)
    kept = [_line(line, counts, at, key=str(number) if number < 10 else "") for number, line in enumerate(views, 1)]
    if any(line.is_here for line in kept):
        at = ""  # where one is has a name of one's own
    return Side([_line(line, counts, at, key=line.key) for line in mine], kept)


@lru_cache(maxsize=500)  # to write the statement takes a quarter of a page's time, and it stays the same all day
def _lines(here: Here, kept: tuple[ViewFacts, ...]) -> tuple[list[SideList], list[SideList], Question]:
    """The lines of this post, those that its holder keeps, and what counts them all."""
    mine = [line for line in SIDE_LISTS if here.acting.role in line.roles]
    sets = {line.name: line.counted(here) for line in mine}
    mine = [line for line in mine if sets[line.name] is not None]
    views = [_kept(view) for view in kept]
    sets |= {view.name: view.counted(here) for view in views}
    return mine, views, question({name: rows for name, rows in sets.items() if rows is not None}, COUNTED)


def _kept(view: ViewFacts) -> SideList:
    def counted(here: Here) -> object:
        return countable(Asked(here.acting, view.wanted(here.town), here.town, here.today))

    return SideList(f"view-{view.id}", view.called, partial(view_url, view), counted, frozenset(Role))


def _views(here: Here) -> tuple[ViewFacts, ...]:
    """Those whose list this post has."""
    views = views_of(here.acting.staff_id, here.town.editions.get(EDITION, 0))
    return tuple(view for view in views if has_list(here.acting, view.which, here.town))


def _line(line: SideList, counts: dict[str, int], at: str, *, key: str) -> SideLine:
    count, url = counts.get(line.name), line.url()
    in_words = "" if count is None else in_digits(count)
    return SideLine(line.name, line.words, url, in_words, is_at(url, at), line.is_pressing and bool(count), key)


def view_url(view: ViewFacts) -> str:
    """The address of a list that somebody keeps: that of the list, narrowed."""
    return f"{reverse('desk')}?{view.asked}"


def in_digits(count: int) -> str:
    """A count as it is shown: "99+" where counting ended."""
    return f"{COUNTED - 1}+" if count >= COUNTED else str(count)


def _address(request: HttpRequest) -> str:
    """Where one is; within a case, the list one came from."""
    if request.resolver_match and "pk" in request.resolver_match.kwargs:
        return back_to_list(request)
    return request.get_full_path()
