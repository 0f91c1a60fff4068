"""One other door: what it is called, its telephone, and why a matter belongs there."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing import Editing, Effects, edited
from yimen.desk.editing.forms import shown, spread
from yimen.kernel.languages import name_in
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.routing.facts import DoorFacts
from yimen.routing.town import the_town
from yimen.routing.verbs import change_door
from yimen.routing.verbs.change_category import LONGEST_NAME
from yimen.routing.verbs.change_door import LONGEST_TELEPHONE, LONGEST_WHY, checked


class DoorForm(Editing):
    """What a resident is told on the spot."""

    dial = forms.CharField(label=_("Telephone"), max_length=LONGEST_TELEPHONE, required=False)
    is_urgent = forms.BooleanField(label=_("For emergencies: told at once"), required=False)

    def __init__(self, data: Any, initial: dict[str, Any]) -> None:  # noqa: ANN401 – a request's own
        super().__init__(data, initial=initial)
        self.in_each_language("name", _("Name"), LONGEST_NAME)
        self.in_each_language("why", _("Why there"), LONGEST_WHY, rows=3)

    def door(self, before: DoorFacts) -> DoorFacts:
        """The door as it would be."""
        plain = {"telephone": self.cleaned_data["dial"], "is_urgent": self.cleaned_data["is_urgent"]}
        return replace(before, names=self.said("name"), why=self.said("why"), **plain)


@at_desk
def page(request: AtDesk, door: str) -> HttpResponse:
    """The administrator changes what is said of another door."""
    before = the_town().catalogue.doors.get(door)
    if before is None:
        raise Http404
    columns = {name: getattr(before, name) for name in ("names", "why", "telephone", "is_urgent")}
    begun = (
        columns
        | {"dial": before.telephone}
        | spread("name", before.names)
        | spread("why", before.why)
        | {"seen": seen_as(columns)}
    )
    form = DoorForm(request.POST if request.method == "POST" else None, begun)

    def effects() -> Effects:
        checked(form.door(before))
        return Effects([gettext("Whoever comes with such a matter is told this from now on. Letters sent stay.")])

    def act() -> None:
        change_door(by=request.acting, door=form.door(before), seen=form.cleaned_data["seen"], at=request.at)

    said = packs_say("routing.Door", door)
    packs = [(form.fields[n].label if n in form.fields else gettext("Name"), shown(v)) for n, v in said.items()]
    about = {
        "title": name_in(before.names, get_language() or ""), "back": "desk_doors", "packs": packs,
        "back_words": gettext("Other doors"),
    }  # fmt: skip
    return edited(request, form, effects=effects, act=act, about=about)
