"""Why a case is where it is, in a sentence."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from yimen.kernel.languages import name_in
from yimen.routing.decide import Step
from yimen.routing.town import Town


def because(steps: Iterable[Step], town: Town, language: str) -> str:
    """Such as: Because “Street lighting” in Nawu belongs to Kelsang Urban Management."""
    with override(language):
        return " ".join(_step(step, town, language) for step in steps)


def _step(step: Step, town: Town, language: str) -> str:
    office = town.offices.by_id.get(int(step.get("office", 0)))
    names = {"office": name_in(office.names, language) if office else "–"}
    match step["k"]:
        case "remit":
            category = town.catalogue.by_id.get(int(step["category"]))
            place = town.places.by_id.get(int(step["place"]))
            names["category"] = name_in(category.names, language) if category else "–"
            names["place"] = name_in(place.names, language) if place else "–"
            return _("Because “%(category)s” in %(place)s belongs to %(office)s.") % names
        case "recused":
            return _("As the case is about that office itself, %(office)s answers in its place.") % names
        case "review":
            return _("A review was asked for, and %(office)s stands next above the office that answered.") % names
        case "by_hand":
            return _("A colleague sent it to %(office)s.") % names
        case _ if step.get("why") == "no_category":
            return _("No category was chosen, so %(office)s finds out who answers.") % names
        case _:
            return _("No office is named for this here yet, so %(office)s finds out who answers.") % names
