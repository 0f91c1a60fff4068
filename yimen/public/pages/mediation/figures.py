"""How disputes are settled: the released figures of a quarter, for everybody. Nobody can be recognised in them."""

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from yimen.stats.mediating.queries import Shown, release_of, released_quarters
from yimen.stats.mediating.rules import FEWEST
from yimen.stats.mediating.words import WHAT, code_of, quarter_in_words, which_in_words


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The newest quarter, or an earlier one; two statements. A release never changes."""
    quarters = released_quarters()
    asked = request.GET.get("quarter", "")
    quarter = next((one for one in quarters if code_of(one) == asked), None if asked else next(iter(quarters), None))
    if asked and quarter is None:
        raise Http404
    found = release_of(quarter) if quarter else []
    if request.GET.get("format") == "csv" and quarter:
        return _table(code_of(quarter), found)
    shown = {
        "quarter": quarter_in_words(quarter) if quarter else "",
        "code": code_of(quarter) if quarter else "",
        "quarters": [(code_of(one), quarter_in_words(one)) for one in quarters],
        "tables": [_in_words(table) for table in found],
        "fewest": FEWEST,
    }
    return render(request, "public/mediation/figures.html", shown)


def _in_words(table: Shown) -> dict[str, object]:
    """Rows with a number, or with none where it is hidden; cells that are zero are left out."""
    rows = [(which_in_words(table.what, which), number) for which, number in table.rows if number != 0]
    hides_all = bool(table.rows) and all(number is None for _, number in table.rows)
    return {"what": gettext(WHAT[table.what]), "rows": [] if hides_all else rows, "hides_all": hides_all}


def _table(code: str, found: list[Shown]) -> HttpResponse:
    """The same for a spreadsheet; an empty number is one that is not shown."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="mediation-{code}.csv"'
    rows = csv.writer(answer)
    rows.writerow(["quarter", "what", "which", "number"])
    for table in found:
        for which, number in table.rows:
            words = which_in_words(table.what, which)
            rows.writerow([code, gettext(WHAT[table.what]), words, "" if number is None else number])
    return answer
