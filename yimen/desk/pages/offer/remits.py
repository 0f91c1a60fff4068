"""Which departments answer for a category."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext

from yimen.cases.queries import COUNTED
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing import Editing, Effects, edited
from yimen.desk.editing.previewed import effects_of_category
from yimen.desk.editing.words import LEVELS, departments, function_in_words
from yimen.journeys.previews import preview_category
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.taking.own import seen_as
from yimen.routing.rules import ANSWERING_LEVELS
from yimen.routing.town import Town, the_town
from yimen.routing.verbs import change_remits
from yimen.routing.verbs.change_remits import require_answered


class RemitForm(Editing):
    """A department for each level; empty: as the group says. The lowest level that has one gets the case."""

    def __init__(self, data: Any, initial: dict[str, Any], town: Town) -> None:  # noqa: ANN401 – a request's own
        super().__init__(data, initial=initial)
        for level in ANSWERING_LEVELS:
            there = departments(town, level)
            function = initial[level]
            if function and function not in dict(there):
                there.append((function, function_in_words(function)))
            as_group = gettext("As the group says")
            self.fields[level] = forms.ChoiceField(
                label=str(LEVELS[level]), choices=[("", as_group), *there], required=False
            )


@at_desk
def page(request: AtDesk, category: str) -> HttpResponse:
    """The administrator says who answers, after having seen where new cases would go."""
    town = the_town()
    before = town.catalogue.by_code.get(category)
    if before is None or before.door_code:
        raise Http404
    own = {level: town.catalogue.remits.get((before.id, level), "") for level in ANSWERING_LEVELS}
    data = request.POST if request.method == "POST" else None
    form = RemitForm(data, own | {"seen": seen_as(own)}, town)

    def remits() -> dict[str, str]:
        return {level: form.cleaned_data[level] for level in ANSWERING_LEVELS}

    def effects() -> Effects:
        require_answered(category, remits(), goes_on=bool(before.procedure_code))
        found = preview_category(before, before, remits(), on=day_of(request.at), town=town)
        return effects_of_category(found, town, COUNTED)

    def act() -> None:
        seen = form.cleaned_data["seen"]
        change_remits(by=request.acting, category=category, remits=remits(), seen=seen, at=request.at)

    title = gettext("Who answers for “%(name)s”?") % {"name": name_in(before.names, get_language() or "")}
    about = {"title": title, "back": "desk_remits", "back_words": gettext("Who answers for what")}
    return edited(request, form, effects=effects, act=act, about=about)
