"""How offices keep their dates: the one number of the ladder that everybody may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yimen.public.pages.offline.keeping import kept_offline
from yimen.routing.town import the_town
from yimen.supervision.ladder import ladder_of
from yimen.supervision.queries import published
from yimen.supervision.rules import Does

PUBLIC_SPACE, ALL_ELSE = 5, 10  # below these, a number is not shown


@kept_offline
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """By office, how many cases are long overdue. No case is shown, and no number that could point to a person."""
    town = the_town()
    found = published()
    offices = [(town.offices.by_id[pk], counts) for pk, counts in found.counts.items()]
    rows = [
        {"names": office.names, "space": _shown(counts, PUBLIC_SPACE), "other": _shown(counts, ALL_ELSE)}
        for office, counts in sorted(offices, key=lambda each: (each[0].path.count("/"), each[0].id))
    ]
    rung = next((rung for rung in ladder_of(town.editions) if rung.does is Does.COUNT), None)
    return render(request, "public/dates.html", {"rows": rows, "on": found.on, "rung": rung})


def _shown(counts: dict[int, int | None], below: int) -> dict[str, int | None]:
    """A number, or that there are fewer than so many."""
    if below not in counts:
        return {"number": 0, "fewer": None}
    return {"number": counts[below], "fewer": below if counts[below] is None else None}
