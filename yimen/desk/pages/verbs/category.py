"""A clerk finds the right category for a case."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import sort_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.languages import name_in

VERB = "sort"


class Sorting(Typed):
    """The categories under their branches; those of other doors are sent there instead."""

    category = forms.ChoiceField(
        label=_("What is it about?"), help_text=_("If it belongs to a court or another body, send it to another door.")
    )

    def fit(self, opened: Opened) -> None:
        language, catalogue = get_language() or "", opened.town.catalogue
        groups = [
            (name_in(branch.names, language), [(leaf.code, name_in(leaf.names, language)) for leaf in leaves])
            for branch, leaves in catalogue.branches()
        ]
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [("", _("Please choose")), *groups]
        known = catalogue.by_id.get(opened.seen.case.category_id or 0)
        self.initial["category"] = known.code if known else ""


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """With its category the case gets its office and its limits, counted from the day it came."""
    form = Sorting(request, opened)

    def act(case: Case) -> None:
        sort_case(by=request.acting, case=case, category=form.cleaned_data["category"], at=request.at)

    return answered(request, opened, VERB, form, act)
