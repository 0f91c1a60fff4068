"""An office links a case to another one about the same thing, and takes the link away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import link_case, unlink_case
from yimen.desk.acting import AtDesk
from yimen.desk.beside.same import offered
from yimen.desk.doing import Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.desk.words import said
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused

VERB = "link"


class Linking(Typed):
    """One of those that look alike, or another one by its number."""

    which = forms.TypedChoiceField(label=_("Which is the main case?"), coerce=int, widget=forms.RadioSelect)
    number = forms.IntegerField(label=_("Its number"), min_value=1, max_value=2**31, required=False)

    def __init__(self, request: AtDesk, opened: Opened) -> None:
        self.alike = offered(request, opened)
        super().__init__(request, opened)

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – they were looked for with whoever asks
        field = self.fields["which"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [*self.alike, (0, _("Another one"))]
        if not self.alike:
            self.initial["which"] = 0

    def clean(self) -> dict[str, Any]:
        """Another one needs its number."""
        if self.cleaned_data.get("which") == 0 and not self.cleaned_data.get("number") and "number" not in self.errors:
            self.add_error("number", gettext("Please write the number of the main case."))
        return self.cleaned_data


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """Those that look alike stand there by number, category, place and day; whoever wants to read one opens it."""
    form = Linking(request, opened)

    def act(case: Case) -> None:
        main = form.cleaned_data["which"] or form.cleaned_data["number"]
        link_case(by=request.acting, case=case, main=main, at=request.at)

    return answered(request, opened, VERB, form, act)


@of_a_whole_case
def unlink(request: AtDesk, opened: Opened) -> HttpResponse:
    """One click on the case's page."""
    case = opened.seen.case
    if request.method == "POST":
        seen = request.POST.get("version", "")
        try:
            at_version = case.is_at(number_in(seen) or 0)
            unlink_case(by=request.acting, case=at_version, at=request.at)
        except Refused as refused:
            messages.error(request, said(refused.verdict), extra_tags="danger")
        else:
            messages.success(request, gettext("The link is taken away."), extra_tags="done")
    return redirect("desk_case", case.pk)
