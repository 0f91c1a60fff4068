"""What an office has to do, is late with and keeps up with: numbers of offices and places, never of persons."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.charts import Chart, chart
from yimen.desk.words import CALL_BACKS, NUMBERS, UNHAPPY, URGENT, WEEKLY, Words
from yimen.kernel.clock import day_of
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Acting, Role
from yimen.stats.queries import Numbers, Overview, may_oversee, overview
from yimen.stats.rules import Now, Week
from yimen.supervision.queries import urgent_lists

#: The columns of the tables by office and by township.
COLUMNS = (Now.OPEN, Now.LATE, Now.SOON, Now.STUCK, Now.URGED, Now.INSPECTED)
SHOWN = (Week.RECEIVED, Week.ANSWERED, Week.IN_TIME)


class Line(NamedTuple):
    """One line of a table: an office or a place (then there is no office to go to), and its numbers."""

    names: Mapping[str, str]
    office: int
    numbers: Numbers


@at_desk
def page(request: AtDesk, office: int = 0) -> HttpResponse:
    """The figures of one's own office, or of one below it; each number leads to the cases behind it."""
    town, of = request.town, office or request.acting.office_id
    if not may_oversee(request.acting, of, town):
        raise Http404
    found = overview(request.acting, of, town, day_of(request.at))
    tables = [
        (gettext("By office"), gettext("Office"), [Line(o.names, o.id, n) for o, n in _offices(found)]),
        (gettext("By township"), gettext("Place"), [Line(p.names, 0, n) for p, n in found.townships]),
    ]
    context = {
        "office": found.office,
        "is_own": of == request.acting.office_id,
        "as_of": found.at,
        "lists": _lists(request.acting),
        "numbers": [(what.value, NUMBERS[what], found.total.get(what, 0)) for what in Now],
        "charts": _charts(found),
        "in_time": _in_time(found),
        "weeks": list(zip(found.mondays, *(found.weeks[what] for what in SHOWN), strict=True)),
        "week_heads": [WEEKLY[what] for what in SHOWN],
        "heads": [NUMBERS[what] for what in COLUMNS],
        "tables": [(title, head, _lines(rows), _says(rows)) for title, head, rows in tables if len(rows) > 1],
    }
    return render(request, "desk/overview/overview.html", context)


def _lists(acting: Acting) -> list[tuple[str, Words]]:
    """Where one goes on working from here: the lists of the ladder, and what residents were unhappy with."""
    lists = [(reverse("desk_urgent", args=[which]), URGENT[which]) for which in urgent_lists(acting)]
    if acting.role is Role.CLERK:
        lists.append((reverse("desk_calls"), CALL_BACKS))
    if acting.role is Role.SUPERVISOR:
        lists.append((reverse("desk_unhappy"), UNHAPPY))
    return lists


def _offices(found: Overview) -> Iterable[tuple[OfficeFacts, Numbers]]:
    return [(found.office, found.itself), *found.below] if found.below else []


def _charts(found: Overview) -> list[Chart]:
    most = max((n for what in SHOWN for n in found.weeks[what]), default=0)
    return [chart(WEEKLY[what], found.mondays, found.weeks[what], most=most) for what in SHOWN]


def _in_time(found: Overview) -> str:
    """The rate with its denominator."""
    answered, in_time = sum(found.weeks[Week.ANSWERED]), sum(found.weeks[Week.IN_TIME])
    if not answered:
        return ""
    params = {"answered": answered, "in_time": in_time, "percent": round(100 * in_time / answered)}
    return gettext("Of %(answered)s answers in these weeks, %(in_time)s came in time (%(percent)s %%).") % params


def _lines(rows: list[Line]) -> list[dict[str, object]]:
    """One line an office or place: its numbers, and how long its bar of late ones is."""
    most = max((numbers.get(Now.OPEN, 0) for _, _, numbers in rows), default=0)
    return [
        {
            "names": names,
            "office": office,
            "cells": [numbers.get(what, 0) for what in COLUMNS],
            "late": numbers.get(Now.LATE, 0),
            "open": numbers.get(Now.OPEN, 0),
            "most": max(most, 1),
        }
        for names, office, numbers in rows
    ]


def _says(rows: list[Line]) -> str:
    late = sum(numbers.get(Now.LATE, 0) for _, _, numbers in rows)
    within = sum(1 for _, _, numbers in rows if numbers.get(Now.LATE, 0))
    if not late:
        return gettext("Nothing is late.")
    return gettext("%(late)s are late, in %(within)s of %(all)s lines.") % {
        "late": late,
        "within": within,
        "all": len(rows),
    }
