"""An office hands a case to another one."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import hand_over_case
from yimen.desk.acting import AtDesk
from yimen.desk.beside.offered import offices_for
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "hand_over"


class Handing(Remark):
    """To which office, and why. Neither the accused office nor one that is closed is offered."""

    office = forms.ChoiceField(label=_("To which office?"))
    field_order = ("office", "text")

    def fit(self, opened: Opened) -> None:
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = offices_for(opened)
        self.fields["text"].label = _("Why do you hand it over? The resident reads this.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """Afterwards the office that handed it over sees its state and its result, and no more."""
    form = Handing(request, opened)

    def act(case: Case) -> None:
        hand_over_case(
            by=request.acting,
            case=case,
            to_office=form.cleaned_data["office"],
            reason=form.cleaned_data["text"],
            at=request.at,
        )

    return answered(request, opened, VERB, form, act)
