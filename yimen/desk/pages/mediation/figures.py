"""The figures that the justice bureau asks for: of a committee, or of those below an office."""

import csv
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.text import as_a_cell
from yimen.mediation.counted.numbers import Counting
from yimen.stats.mediating.queries import counted_for, lines, summaries, tables
from yimen.stats.mediating.rules import last_quarters
from yimen.stats.mediating.words import WHAT, code_of, quarter_in_words, which_in_words


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """One year by quarters; all committees together, or one. Who heads none and is no administrator finds nothing."""
    seen = counted_for(request.acting, day_of(request.at), request.town)
    asked = request.GET.get("committee", "")
    chosen = [one for one in seen if str(one.id) == asked] if asked else seen
    if not chosen:
        raise Http404
    quarters = last_quarters(day_of(request.at))
    if request.GET.get("format") == "csv":
        return _table(chosen, quarters)
    shown = {
        "committees": [(one.id, name_in(one.names, get_language() or "")) for one in seen],
        "asked": asked,
        "quarters": [quarter_in_words(quarter) for quarter in quarters],
        "tables": [_in_words(table) for table in tables([one.id for one in chosen], quarters)],
        "summaries": summaries(seen, quarters) if not asked and len(seen) > 1 else [],
    }
    return render(request, "desk/mediation/figures.html", shown)


def _in_words(table: Any) -> dict[str, Any]:  # noqa: ANN401 – a table of the query
    rows = [(which_in_words(table.what, which), numbers) for which, numbers in table.rows if any(numbers)]
    return {"what": gettext(WHAT[table.what]), "rows": rows, "totals": table.totals}


def _table(chosen: list[Counting], quarters: list[date]) -> HttpResponse:
    """One number a line; the names of committees can't be formulas."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="mediations.csv"'
    rows = csv.writer(answer)
    rows.writerow(["quarter", "committee", "what", "which", "number"])
    for committee, quarter, what, which, number in lines(chosen, quarters):
        name = name_in(committee.names, get_language() or "")
        rows.writerow([code_of(quarter), as_a_cell(name), gettext(WHAT[what]), which_in_words(what, which), number])
    return answer
