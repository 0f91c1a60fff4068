"""Cases about the same thing, as the page of a case and the form of an answer show them: by number, never by words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from yimen.cases.queries import Case, open_to
from yimen.cases.rules import MOVES, State
from yimen.cases.same.linked import alike_ones, is_linked, linked_to, may_unlink
from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.routing.town import Town


@dataclass(frozen=True)
class Same:
    """A case is linked to its main one, or others are linked to it."""

    main: int | None
    others: list[tuple[int, str]]  # number, and what tells it from others
    may_unlink: bool


def same_as(request: AtDesk, opened: Opened) -> Same | None:
    """What the page shows; one statement for a main case, none for others."""
    case = opened.seen.case
    others = in_words(linked_to(case, open_to(request.acting)), opened.town)
    main = case.main_id if is_linked(case) else None
    may = main is not None and bool(may_unlink(request.acting, case))
    return Same(main, others, may_unlink=may) if main or others else None


def answerable(request: AtDesk, opened: Opened) -> list[Case]:
    """Which of the linked ones can be answered along with it now."""
    linked = linked_to(opened.seen.case, open_to(request.acting))
    return [each for each in linked if "answer" in MOVES[State(each.state)]]


def offered(request: AtDesk, opened: Opened) -> list[tuple[int, str]]:
    """What could be its main case."""
    return in_words(alike_ones(opened.seen.case, open_to(request.acting)), opened.town)


def in_words(cases: Iterable[Case], town: Town) -> list[tuple[int, str]]:
    """Each with its number, category, place and day: what a list shows, too."""
    language = get_language() or ""
    found = []
    for case in cases:
        category = town.catalogue.by_id.get(case.category_id or 0)
        area = town.places.by_id.get(case.area_id or 0)
        names = [name_in(each.names, language) for each in (category, area) if each]
        day = day_in(day_of(case.received_at), language)
        found.append((case.pk, " · ".join([str(case.pk), *names, day])))
    return found
