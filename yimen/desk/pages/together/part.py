"""The office that has a case asks another one for its part."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import ask_office
from yimen.desk.acting import AtDesk
from yimen.desk.beside.offered import offices_for
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "ask_office"


class AskingOffice(Remark):
    """Which office, and for what."""

    office = forms.ChoiceField(label=_("Which office?"))
    field_order = ("office", "text")

    def fit(self, opened: Opened) -> None:
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = offices_for(opened)
        self.fields["text"].label = _("What do you need from them?")
        self.fields["text"].help_text = _("The resident reads that you asked them, and by when; not these words.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """Its own limit runs for the other office; the resident's date stays where it is."""
    form = AskingOffice(request, opened)

    def act(case: Case) -> None:
        office, text = form.cleaned_data["office"], form.cleaned_data["text"]
        ask_office(by=request.acting, case=case, office=office, question=text, at=request.at)

    return answered(request, opened, VERB, form, act)
