"""The lists of what the town offers: each line leads to the page on which it is changed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from yimen.deadlines.limits import limits
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing.words import LETTERS, LEVELS, departments, function_in_words, length_of
from yimen.desk.sections import TOWN
from yimen.kernel.languages import name_in
from yimen.kernel.taking.own import own_rows
from yimen.notifications.letters import texts
from yimen.notifications.rules import PLACES
from yimen.people.policies import may_change_offer
from yimen.routing.queries import CategoryFacts
from yimen.routing.rules import ANSWERING_LEVELS
from yimen.routing.town import Town, the_town

FORBIDDEN = 403


class Line(NamedTuple):
    """One thing that can be changed."""

    url: str
    words: str
    detail: str = ""
    is_own: bool = False
    language: str = ""  # of the detail, where it is not that of the page


Groups = list[tuple[str, list[Line]]]


@at_desk
def page(request: AtDesk, what: str) -> HttpResponse:
    """All of one kind; what the town has set itself is marked."""
    verdict = may_change_offer(request.acting)
    section = next(one for one in TOWN if one.page == f"desk_{what}")
    context = {
        "title": section.words,
        "lead": section.lead,
        "verdict": verdict,
        "groups": LISTS[what](the_town()) if verdict else [],
        "new": "desk_new_category" if what == "categories" else "",
    }
    return render(request, "desk/offer/list.html", context, status=200 if verdict else FORBIDDEN)


def _limits(town: Town) -> Groups:
    own, language = own_rows("deadlines.Limit"), get_language() or ""
    known = limits(town.editions.get("calendar", 0)).values()
    lines = [
        Line(
            reverse("desk_limit", args=[one.code]),
            name_in(one.names, language),
            f"{length_of(one.length, one.unit)} · {one.law}",
            one.code in own,
        )
        for one in known
    ]
    return [("", lines)]


def _categories(town: Town) -> Groups:
    own = own_rows("routing.Category")
    return _by_group(town, lambda one: _category_line(one, town, is_own=one.code in own))


def _category_line(one: CategoryFacts, town: Town, *, is_own: bool) -> Line:
    language = get_language() or ""
    road = town.catalogue.procedures.get(one.procedure_code) or town.catalogue.doors.get(one.door_code)
    detail = name_in(road.names, language) if road else gettext("group")
    if not one.is_offered:
        detail += " · " + gettext("not offered")
    return Line(reverse("desk_category_of_town", args=[one.code]), name_in(one.names, language), detail, is_own)


def _remits(town: Town) -> Groups:
    own, language = {row.partition("@")[0] for row in own_rows("routing.Remit")}, get_language() or ""
    there = {level: dict(departments(town, level)) for level in ANSWERING_LEVELS}

    def line(one: CategoryFacts) -> Line | None:
        if one.door_code:
            return None
        answers = ((level, town.catalogue.remit_of(one, level)) for level in reversed(ANSWERING_LEVELS))
        said = (f"{LEVELS[at]}: {there[at].get(code) or function_in_words(code)}" for at, code in answers if code)
        detail = " · ".join(said)
        words = name_in(one.names, language)
        return Line(reverse("desk_remit", args=[one.code]), words, detail, one.code in own)

    return _by_group(town, line)


def _by_group(town: Town, line: Callable[[CategoryFacts], Line | None]) -> Groups:
    """All categories below their groups, offered or not."""
    groups: dict[str, list[Line]] = {}
    for one in town.catalogue.by_id.values():
        branch = town.catalogue.by_code[one.code.partition(".")[0]]
        inside = groups.setdefault(name_in(branch.names, get_language() or ""), [])
        inside += [made] if (made := line(one)) else []
    return [(name, lines) for name, lines in groups.items() if lines]


def _procedures(town: Town) -> Groups:
    return [("", list(_named("routing.Procedure", "desk_procedure", town.catalogue.procedures)))]


def _doors(town: Town) -> Groups:
    return [("", list(_named("routing.Door", "desk_door", town.catalogue.doors)))]


def _named(table: str, page_name: str, known: object) -> Iterator[Line]:
    own = own_rows(table)
    for code, one in known.items():  # type: ignore[attr-defined]
        words = name_in(one.names, get_language() or "")
        yield Line(reverse(page_name, args=[code]), words, getattr(one, "telephone", ""), code in own)


def _letters(town: Town) -> Groups:
    own, known = own_rows("notifications.Template"), texts(town.editions.get("routing", 0))
    return [
        (
            str(LETTERS[code]),
            [
                Line(_address(code, tongue), name, known[code][tongue][0], f"{code} {tongue}" in own, tongue)
                for tongue, name in settings.LANGUAGES
                if tongue in known.get(code, {})
            ],
        )
        for code in PLACES
    ]


def _address(code: str, tongue: str) -> str:
    return reverse("desk_letter", args=[code, tongue])


LISTS: dict[str, Callable[[Town], Groups]] = {
    "limits": _limits,
    "categories": _categories,
    "remits": _remits,
    "procedures": _procedures,
    "doors": _doors,
    "letters": _letters,
}
