"""The area of an old case as it was on the day the case came, where it has been redrawn, split or merged since."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext

from yimen.desk.areas.pictures import Drawn, Picture, picture
from yimen.kernel.languages import day_in, name_in
from yimen.places.past import Since, since
from yimen.places.queries import outlines
from yimen.routing.town import Town


@dataclass(frozen=True)
class Then:
    """What became of the area, in sentences, and how it was, drawn under the borders of today."""

    sentences: list[str]
    picture: Picture | None


def area_then(town: Town, area_id: int | None, day: date) -> Then | None:
    """Nothing, and no statement, where the area stands as it stood on this day."""
    changed = since(town.editions.get("places", 0), area_id, day)
    return Then(_said(changed), _drawn(changed, day)) if changed else None


def _said(changed: Since) -> list[str]:
    language = get_language() or ""
    on = {"day": day_in(changed.changed_on, language)}
    what = (
        gettext("This area has ended, on %(day)s. The case keeps it as it was on the day the case came.")
        if changed.has_ended
        else gettext("This area has been redrawn, on %(day)s. The case keeps it as it was on the day the case came.")
    )
    if not changed.today:
        return [what % on]
    names = " · ".join(name_in(area.names, language) or area.code for area in changed.today)
    return [what % on, gettext("Today its ground lies in: %(areas)s.") % {"areas": names}]


def _drawn(changed: Since, day: date) -> Picture | None:
    if not changed.then.outline:
        return None
    now = outlines(area.id for area in changed.today)
    title = gettext("The area on %(day)s") % {"day": day_in(day, get_language() or "")}
    then = Drawn("then", "two", bytes(changed.then.outline), changed.then.names, title, is_named=False)
    borders = [Drawn(area.code, "border", now.get(area.id), area.names) for area in changed.today]
    return picture(title, [then, *borders], {"two": title, "border": gettext("Areas of today")})
