"""What a preview found, in words."""

from django.utils.translation import get_language, gettext, ngettext

from yimen.cases.queries import COUNTED
from yimen.desk.editing.flow import Effects
from yimen.desk.editing.words import how_many, open_cases_stay
from yimen.journeys.previews import OfCategory, OfProcedure
from yimen.kernel.languages import day_in, name_in
from yimen.routing.town import Town


def effects_of_category(found: OfCategory, town: Town, counted: int) -> Effects:
    """How many open cases there are, where new ones would go, and by when."""
    language = get_language() or ""
    sentences = [open_cases_stay(found.open_cases, counted)]
    if found.example:
        days = {
            "before": day_in(found.example.before, language),
            "after": day_in(found.example.after, language),
        }
        sentences.append(gettext("A case that comes today would be due on %(after)s instead of %(before)s.") % days)
    if not found.ways:
        sentences.append(gettext("New cases go to the same offices as before."))
        return Effects(sentences)
    places = sum(way.places for way in found.ways)
    says = ngettext(
        "From %(places)s place, new cases would go to another office:",
        "From %(places)s places, new cases would go to another office:",
        places,
    )
    rows: list[tuple[object, ...]] = [
        (_office(way.before, town), _office(way.after, town), way.places) for way in found.ways
    ]
    return Effects([*sentences, says % {"places": places}], (gettext("Now"), gettext("Then"), gettext("Places")), rows)


def effects_of_procedure(found: OfProcedure) -> list[str]:
    """How many open cases go along it, and whose review comes or goes."""
    sentences = [open_cases_stay(found.open_cases, COUNTED)]
    if found.lost:
        says = ngettext(
            "%(number)s answer that nobody has rated yet could be reviewed until now. Then no more.",
            "%(number)s answers that nobody has rated yet could be reviewed until now. Then no more.",
            found.lost,
        )
        sentences.append(says % {"number": how_many(found.lost, COUNTED)})
    if found.gained:
        says = ngettext(
            "%(number)s answer that nobody has rated yet could then be reviewed.",
            "%(number)s answers that nobody has rated yet could then be reviewed.",
            found.gained,
        )
        sentences.append(says % {"number": how_many(found.gained, COUNTED)})
    if found.is_never_called:
        sentences.append(gettext("Nobody would be called back: by then cases are about to close by themselves."))
    counts = gettext("Who gives more time, what an answer needs and whether it waits counts for open cases, too.")
    keeps = gettext("Reviews that have begun and questions to colleagues keep their dates.")
    return [*sentences, counts, keeps]


def _office(pk: int, town: Town) -> str:
    return name_in(town.offices.by_id[pk].names, get_language() or "")
