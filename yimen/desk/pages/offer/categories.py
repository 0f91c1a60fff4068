"""One category: its names, its road, what residents may want with it, and whether it is offered."""

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
from yimen.desk.editing.previewed import effects_of_category
from yimen.desk.editing.words import RETENTIONS
from yimen.desk.words import KINDS
from yimen.journeys.previews import preview_category
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.routing.facts import CategoryFacts
from yimen.routing.rules import RETENTIONS as CLASSES
from yimen.routing.rules import Kind
from yimen.routing.town import Town, the_town
from yimen.routing.verbs import add_category, change_category
from yimen.routing.verbs.add_category import checked_as_new
from yimen.routing.verbs.change_category import LONGEST_NAME, checked

Choices = list[tuple[str, Any]]


class CategoryForm(Editing):
    """A category that residents can choose; of a group only the names and whether it is offered."""

    kinds = forms.MultipleChoiceField(
        label=_("What residents may want with it"), choices=list(KINDS.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    door = forms.ChoiceField(label=_("Or another door"), required=False)
    handle_limit = forms.ChoiceField(label=_("A limit of its own"), required=False)
    is_public = forms.BooleanField(
        label=_("A thing in public space"),
        help_text=_(
            "Whoever brings one may be told that the same is here already: category, place and week, and nobody’s"
            " words. Not where it can be a complaint or a quarrel."
        ),
        required=False,
    )
    suppress_below = forms.TypedChoiceField(
        label=_("Public figures hide numbers below"), choices=[(10, "10"), (5, "5")], coerce=int
    )
    retention = forms.ChoiceField(label=_("Kept"), choices=[(code, RETENTIONS[code]) for code in CLASSES])
    is_offered = forms.BooleanField(label=_("Residents can choose it"), required=False)

    def __init__(self, data: Any, initial: dict[str, Any], *, town: Town, is_leaf: bool) -> None:  # noqa: ANN401
        super().__init__(data, initial=initial)
        if is_leaf:
            language, known = get_language() or "", town.catalogue
            self._offer("procedure", [(p.code, name_in(p.names, language)) for p in known.procedures.values()])
            self._offer("door", [(d.code, name_in(d.names, language)) for d in known.doors.values()])
            named = limits(town.editions.get("calendar", 0)).values()
            self._offer("handle_limit", [(each.code, name_in(each.names, language)) for each in named])
        else:
            self.fields = {name: self.fields[name] for name in ("seen", "is_offered")}
        self.in_each_language("name", _("Name"), LONGEST_NAME)

    def _offer(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [("", "–"), *choices]

    def category(self, before: CategoryFacts) -> CategoryFacts:
        """The category as it would be."""
        typed = self.cleaned_data
        if not before.is_leaf:
            return replace(before, names=self.said("name"), is_offered=typed["is_offered"])
        return replace(
            before,
            names=self.said("name"),
            kinds=tuple(kind for kind in Kind if kind in typed["kinds"]),
            procedure_code=typed["procedure"],
            door_code=typed["door"],
            handle_limit=typed["handle_limit"],
            may_be_dispute=Kind.DISPUTE in typed["kinds"],
            is_public=typed["is_public"],
            suppress_below=typed["suppress_below"],
            retention=typed["retention"],
            is_offered=typed["is_offered"],
        )


@at_desk
def page(request: AtDesk, category: str) -> HttpResponse:
    """The administrator changes a category, after having seen what that would do."""
    town = the_town()
    before = town.catalogue.by_code.get(category)
    if before is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = CategoryForm(data, _begun(before, town), town=town, is_leaf=before.is_leaf)

    def effects() -> Effects:
        checked(form.category(before), limits(town.editions.get("calendar", 0)))
        found = preview_category(before, form.category(before), None, on=day_of(request.at), town=town)
        return effects_of_category(found, town, COUNTED)

    def act() -> None:
        known = limits(town.editions.get("calendar", 0))
        changed = form.category(before)
        change_category(
            by=request.acting, category=changed, limits=known, seen=form.cleaned_data["seen"], at=request.at
        )

    packs = [(_label(form, name), shown(value)) for name, value in packs_say("routing.Category", category).items()]
    about = {
        "title": name_in(before.names, get_language() or ""), "back": "desk_categories", "packs": packs,
        "back_words": gettext("Categories"),
    }  # fmt: skip
    return edited(request, form, effects=effects, act=act, about=about)


class NewCategory(CategoryForm):
    """A category that the pack does not have: its group and its code besides."""

    parent = forms.ChoiceField(label=_("Group"))
    code = forms.CharField(
        label=_("Code of the category"),
        max_length=24,
        help_text=_("Small letters, digits and dashes, such as: street-benches"),
    )
    field_order = ("parent", "code")

    def __init__(self, data: Any, *, town: Town) -> None:  # noqa: ANN401
        begun = {"seen": "new", "suppress_below": 10, "retention": "case", "is_offered": True}
        super().__init__(data, begun, town=town, is_leaf=True)
        groups = [c for c in town.catalogue.by_id.values() if not c.is_leaf]
        self._offer("parent", [(c.code, name_in(c.names, get_language() or "")) for c in groups])

    def made(self) -> CategoryFacts:
        """The new category."""
        group = self.cleaned_data["parent"]
        blank = CategoryFacts(
            f"{group}.{self.cleaned_data['code']}", {}, group, procedure_code=self.cleaned_data["procedure"] or "-"
        )
        return self.category(blank)


@at_desk
def new(request: AtDesk) -> HttpResponse:
    """A category of the town's own: refused, with the reason, if it is about who somebody is or watches anybody."""
    town = the_town()
    form = NewCategory(request.POST if request.method == "POST" else None, town=town)

    def effects() -> Effects:
        checked_as_new(form.made(), limits(town.editions.get("calendar", 0)))
        return Effects([gettext("Residents can choose it at once; it goes to the departments of its group.")])

    def act() -> None:
        known = limits(town.editions.get("calendar", 0))
        add_category(by=request.acting, category=form.made(), limits=known, at=request.at)

    about = {"title": gettext("A new category"), "back": "desk_categories", "back_words": gettext("Categories")}
    return edited(request, form, effects=effects, act=act, about=about)


def _begun(before: CategoryFacts, town: Town) -> dict[str, Any]:
    """What the form begins with, and the mark of the columns as they stand."""
    known = town.catalogue
    columns: dict[str, Any] = {"names": before.names, "is_offered": before.is_offered}
    if before.is_leaf:
        columns |= {name: getattr(before, name) for name in ("handle_limit", "may_be_dispute", "is_public")}
        columns |= {"suppress_below": before.suppress_below, "retention": before.retention, "kinds": before.kinds}
        procedure, door = known.procedures.get(before.procedure_code), known.doors.get(before.door_code)
        columns |= {"procedure_id": procedure.id if procedure else None, "door_id": door.id if door else None}
    begun = columns | {"procedure": before.procedure_code, "door": before.door_code, "kinds": list(before.kinds)}
    return begun | spread("name", before.names) | {"seen": seen_as(columns)}


def _label(form: CategoryForm, name: str) -> object:
    field = form.fields.get(name.removesuffix("_id"))
    return field.label if field else gettext("Name")
