"""An office sends a resident to another door."""

from django import forms
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import refer_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.languages import name_in

VERB = "refer"


class Referral(Remark):
    """Which door, and why it fits better."""

    door = forms.ChoiceField(label=_("Which door?"), widget=forms.RadioSelect)
    field_order = ("door", "text")

    def fit(self, opened: Opened) -> None:
        language = get_language() or ""
        door, text = self.fields["door"], self.fields["text"]
        assert isinstance(door, forms.ChoiceField)  # noqa: S101 – for the types
        door.choices = [
            (each.code, format_html("<b>{}</b> {}", name_in(each.names, language), name_in(each.why, language)))
            for each in opened.town.catalogue.doors.values()
        ]
        text.label = _("Why does it belong there? The resident reads this.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The case ends here; the resident is told where to go, and why."""
    form = Referral(request, opened)

    def act(case: Case) -> None:
        refer_case(
            by=request.acting,
            case=case,
            door=form.cleaned_data["door"],
            why=form.cleaned_data["text"],
            at=request.at,
        )

    return answered(request, opened, VERB, form, act)
