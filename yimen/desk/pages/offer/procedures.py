"""One procedure: the road its cases take."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.deadlines.limits import limits
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing import Editing, Effects, edited
from yimen.desk.editing.forms import shown, spread
from yimen.desk.editing.previewed import effects_of_procedure
from yimen.journeys.previews import preview_procedure
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.people.rules import ROLE_WORDS
from yimen.routing.facts import LIMITS, ProcedureFacts
from yimen.routing.town import Town, the_town
from yimen.routing.verbs import change_procedure
from yimen.routing.verbs.change_category import LONGEST_NAME
from yimen.routing.verbs.change_procedure import LONGEST_REMEDIES, checked

PLAIN = (
    "handle_limit",
    *LIMITS,
    "hearing_waits",
    "handle_from",
    "pauses",
    "extension_by",
    "needs_full_opinion",
    "doors",
)
WORDS = ("remedies", "remedies_review", "remedies_final")


class ProcedureForm(Editing):
    """Which limits run, what stops them, and which reviews follow."""

    notice_limit = forms.ChoiceField(label=_("Limit for saying whose case it is"), required=False)
    forward_limit = forms.ChoiceField(
        label=_("Limit for passing it on"), help_text=_("At an office of petitions, instead of the one above."),
        required=False,
    )  # fmt: skip
    handle_limit = forms.ChoiceField(label=_("Limit for the answer"))
    object_limit = forms.ChoiceField(label=_("Limit for objecting"), required=False)
    assist_limit = forms.ChoiceField(
        label=_("Limit for a colleague who is asked"), help_text=_("Empty: until the case’s own last day."),
        required=False,
    )  # fmt: skip
    call_limit = forms.ChoiceField(
        label=_("Time to rate before somebody calls back"), help_text=_("Empty: nobody is called."), required=False
    )
    review_ask_limit = forms.ChoiceField(label=_("Time to ask for a review"), required=False)
    review_limit = forms.ChoiceField(
        label=_("Limit for a review"), help_text=_("Empty: there is none; a case is opened again instead."),
        required=False,
    )  # fmt: skip
    rereview_ask_limit = forms.ChoiceField(label=_("Time to ask for a second review"), required=False)
    rereview_limit = forms.ChoiceField(
        label=_("Limit for a second review"), help_text=_("Empty: the first one is final."), required=False
    )
    hearing_waits = forms.ChoiceField(
        label=_("Which limit stands still during a hearing"),
        choices=[("", "–"), ("review", _("that of the review")), ("rereview", _("that of the second review"))],
        required=False,
    )
    handle_from = forms.ChoiceField(
        label=_("The limit for the answer begins"),
        choices=[("received", _("when the case is received")), ("accepted", _("when it is accepted"))],
    )
    pauses = forms.BooleanField(label=_("It waits while it is the resident’s turn"), required=False)
    extension_by = forms.ChoiceField(label=_("Who gives more time"))
    needs_full_opinion = forms.BooleanField(label=_("It needs a written opinion with all its parts"), required=False)
    doors = forms.MultipleChoiceField(
        label=_("Other doors that are told with every answer"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, initial: dict[str, Any], town: Town) -> None:  # noqa: ANN401 – a request's own
        super().__init__(data, initial=initial)
        language = get_language() or ""
        named = limits(town.editions.get("calendar", 0)).values()
        known = [("", "–"), *((each.code, name_in(each.names, language)) for each in named)]
        offered: dict[str, list[tuple[str, str]]] = dict.fromkeys(LIMITS, known) | {
            "handle_limit": known[1:],
            "extension_by": [(role.value, gettext(words)) for role, words in ROLE_WORDS.items()],
            "doors": [(door.code, name_in(door.names, language)) for door in town.catalogue.doors.values()],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
            field.choices = choices
        self.in_each_language("name", _("Name"), LONGEST_NAME)
        self.in_each_language("remedies", _("What the resident may do next"), LONGEST_REMEDIES, rows=4)
        self.in_each_language("remedies_review", _("The same after a review"), LONGEST_REMEDIES, rows=4)
        self.in_each_language("remedies_final", _("The same when no review is left"), LONGEST_REMEDIES, rows=4)

    def procedure(self, before: ProcedureFacts) -> ProcedureFacts:
        """The procedure as it would be."""
        plain: dict[str, Any] = {name: self.cleaned_data[name] for name in PLAIN}
        return replace(before, names=self.said("name"), **{name: self.said(name) for name in WORDS} | plain)


@at_desk
def page(request: AtDesk, procedure: str) -> HttpResponse:
    """The administrator changes a procedure, after having seen how many cases go along it."""
    town = the_town()
    before = town.catalogue.procedures.get(procedure)
    if before is None:
        raise Http404
    columns = {name: getattr(before, name) for name in ("names", *WORDS, *PLAIN)}
    words = {key: text for name in WORDS for key, text in spread(name, getattr(before, name)).items()}
    begun = columns | spread("name", before.names) | words | {"seen": seen_as(columns)}
    form = ProcedureForm(request.POST if request.method == "POST" else None, begun, town)

    def effects() -> Effects:
        changed = form.procedure(before)
        checked(changed, limits(town.editions.get("calendar", 0)))
        return Effects(effects_of_procedure(preview_procedure(before, changed, on=day_of(request.at), town=town)))

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
