"""One procedure: the road its cases take."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import COUNTED
from yimen.deadlines.limits import limits
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing import Editing, Effects, edited
from yimen.desk.editing.forms import shown, spread
from yimen.desk.editing.words import open_cases_stay
from yimen.journeys.previews import preview_procedure
from yimen.kernel.languages import name_in
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.people.rules import ROLE_WORDS
from yimen.routing.facts import ProcedureFacts
from yimen.routing.town import Town, the_town
from yimen.routing.verbs import change_procedure
from yimen.routing.verbs.change_category import LONGEST_NAME
from yimen.routing.verbs.change_procedure import LONGEST_REMEDIES

PLAIN = (
    "notice_limit", "handle_limit", "object_limit", "call_limit", "handle_from", "pauses", "extension_by",
    "needs_full_opinion",
)  # fmt: skip


class ProcedureForm(Editing):
    """Which limits run, and what stops them."""

    notice_limit = forms.ChoiceField(label=_("Limit for saying whose case it is"), required=False)
    handle_limit = forms.ChoiceField(label=_("Limit for the answer"))
    object_limit = forms.ChoiceField(label=_("Limit for objecting"), required=False)
    call_limit = forms.ChoiceField(
        label=_("Time to rate before somebody calls back"), help_text=_("Empty: nobody is called."), required=False
    )
    handle_from = forms.ChoiceField(
        label=_("The limit for the answer begins"),
        choices=[("received", _("when the case is received")), ("accepted", _("when it is accepted"))],
    )
    pauses = forms.BooleanField(label=_("It waits while it is the resident’s turn"), required=False)
    extension_by = forms.ChoiceField(label=_("Who gives more time"))
    needs_full_opinion = forms.BooleanField(label=_("It needs a written opinion with all its parts"), required=False)

    def __init__(self, data: Any, initial: dict[str, Any], town: Town) -> None:  # noqa: ANN401 – a request's own
        super().__init__(data, initial=initial)
        named = limits(town.editions.get("calendar", 0)).values()
        known = [("", "–"), *((each.code, name_in(each.names, get_language() or "")) for each in named)]
        roles = [(role.value, gettext(words)) for role, words in ROLE_WORDS.items()]
        offered = {
            "notice_limit": known,
            "object_limit": known,
            "call_limit": known,
            "handle_limit": known[1:],
            "extension_by": roles,
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
            field.choices = choices
        self.in_each_language("name", _("Name"), LONGEST_NAME)
        self.in_each_language("remedies", _("What the resident may do next"), LONGEST_REMEDIES, rows=4)

    def procedure(self, before: ProcedureFacts) -> ProcedureFacts:
        """The procedure as it would be."""
        plain = {name: self.cleaned_data[name] for name in PLAIN}
        return replace(before, names=self.said("name"), remedies=self.said("remedies"), **plain)


@at_desk
def page(request: AtDesk, procedure: str) -> HttpResponse:
    """The administrator changes a procedure, after having seen how many cases go along it."""
    town = the_town()
    before = town.catalogue.procedures.get(procedure)
    if before is None:
        raise Http404
    columns = {name: getattr(before, name) for name in ("names", "remedies", *PLAIN)}
    begun = columns | spread("name", before.names) | spread("remedies", before.remedies) | {"seen": seen_as(columns)}
    form = ProcedureForm(request.POST if request.method == "POST" else None, begun, town)

    def effects() -> Effects:
        rule = gettext("Who gives more time, what an answer needs and whether it waits counts for open cases, too.")
        return Effects([open_cases_stay(preview_procedure(before.id), COUNTED), rule])

    def act() -> None:
        known, seen = limits(town.editions.get("calendar", 0)), form.cleaned_data["seen"]
        change_procedure(by=request.acting, procedure=form.procedure(before), limits=known, seen=seen, at=request.at)

    said = packs_say("routing.Procedure", procedure)
    packs = [(form.fields[n].label if n in form.fields else n, shown(value)) for n, value in said.items()]
    about = {
        "title": name_in(before.names, get_language() or ""), "back": "desk_procedures", "packs": packs,
        "back_words": gettext("Procedures"),
    }  # fmt: skip
    return edited(request, form, effects=effects, act=act, about=about)
