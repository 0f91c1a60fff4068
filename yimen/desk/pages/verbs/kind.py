"""An office mends what kind of matter a case is."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import mend_kind
from yimen.desk.acting import AtDesk
from yimen.desk.doing import answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.desk.pages.verbs.category import Sorting
from yimen.desk.words import KINDS
from yimen.kernel.languages import name_in
from yimen.routing.rules import Kind

VERB = "mend_kind"


class Mending(Sorting):
    """The kind, the category that fits it, and the office it is about, if it turns out to be about one."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    about_office = forms.ChoiceField(
        label=_("Is it a complaint about an office? Which one?"),
        help_text=_("That office will never see the case again. If it is yours, the superior office gets it."),
        required=False,
    )
    field_order = ("kind", "category", "about_office")

    def fit(self, opened: Opened) -> None:
        super().fit(opened)
        language, case, offices = get_language() or "", opened.seen.case, opened.town.offices
        asked = [each for each in offices.by_id.values() if each.is_open and offices.in_place_of(each.id)]
        field = self.fields["about_office"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [("", _("No, it is not")), *((each.code, name_in(each.names, language)) for each in asked)]
        self.initial["kind"] = case.kind


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """What it is decides what it is owed; the resident reads what was corrected."""
    form = Mending(request, opened)

    def act(case: Case) -> None:
        said = form.cleaned_data
        mend_kind(
            by=request.acting, case=case, kind=Kind(said["kind"]), category=said["category"],
            about_office=said["about_office"], at=request.at,
        )  # fmt: skip

    return answered(request, opened, VERB, form, act)
