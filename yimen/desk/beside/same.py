"""Cases about the same thing, as the page of a case and the form of an answer show them: by number, never by words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from yimen.cases.queries import Case, open_to
from yimen.cases.rules import MOVES, State
from yimen.cases.same.linked import alike_ones, is_linked, linked_to, may_link, may_unlink, said_same
from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.routing.town import Town


@dataclass(frozen=True)
class Said:
    """Its resident says that it is the same thing as this one; linked by one press, if that may be."""

    number: int
    words: str
    why_not: str  # empty: it may be linked now


@dataclass(frozen=True)
class Same:
    """A case is linked to its main one, or others are linked to it, or its resident says that it is the same."""

    main: int | None
    others: list[tuple[int, str]]  # number, and what tells it from others
    may_unlink: bool
    said: Said | None


def same_as(request: AtDesk, opened: Opened) -> Same | None:
    """What the page shows; one statement for a main case, none for others."""
    case = opened.seen.case
    others = in_words(linked_to(case, open_to(request.acting)), opened.town)
    main = case.main_id if is_linked(case) else None
    may = main is not None and bool(may_unlink(request.acting, case))
    one = _said(request, opened)
    return Same(main, others, may_unlink=may, said=one) if main or others or one else None


def _said(request: AtDesk, opened: Opened) -> Said | None:
    case, acting = opened.seen.case, request.acting
    main = said_same(acting, case)
    if main is None:
        return None
    ((number, words),) = in_words([main], opened.town)
    return Said(number, words, said(may_link(acting, case, main)))


def answerable(request: AtDesk, opened: Opened) -> list[Case]:
    """Which of the linked ones can be answered along with it now."""
    linked = linked_to(opened.seen.case, open_to(request.acting))
    return [each for each in linked if "answer" in MOVES[State(each.state)]]


def offered(request: AtDesk, opened: Opened) -> list[tuple[int, str]]:
    """What could be its main case; first what its resident says it is.

    Whoever pressed the button for that one is told by the verb why it can't be, if it has changed meanwhile.
    """
    case, acting = opened.seen.case, request.acting
    alike = in_words(alike_ones(case, open_to(acting)), opened.town)
    main = said_same(acting, case)
    if main is None or not (request.method == "POST" or may_link(acting, case, main)):
        return alike
    first = [
        (number, f"{words} · {gettext('the resident says so')}") for number, words in in_words([main], opened.town)
    ]
    return first + [each for each in alike if each[0] != main.pk]


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
