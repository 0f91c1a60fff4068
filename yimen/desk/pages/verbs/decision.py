"""The superior of two offices decides whose a case is."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case, standing_objection
from yimen.cases.verbs import decide_objection
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.languages import name_in

VERB = "decide"


class Decision(Remark):
    """It stays where it was sent, or goes back; and why."""

    goes_back = forms.TypedChoiceField(
        label=_("Who handles the case?"), widget=forms.RadioSelect, coerce=lambda value: value == "yes", choices=()
    )
    field_order = ("goes_back", "text")

    def fit(self, opened: Opened) -> None:
        self.fields["text"].label = _("Why? Both offices and the resident read this.")
        objection = standing_objection(opened.seen.case.pk)
        if objection is None:  # decided meanwhile: the verb says so, and what was typed stays
            del self.fields["goes_back"]
            return
        offices, language = opened.town.offices.by_id, get_language() or ""
        stays, back = (
            name_in(offices[pk].names, language) for pk in (objection.to_office_id, objection.from_office_id)
        )
        field = self.fields["goes_back"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [
            ("no", gettext("It stays with %(office)s") % {"office": stays}),
            ("yes", gettext("It goes back to %(office)s") % {"office": back}),
        ]


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """Either way the resident is told which office has the case now, and why."""
    form = Decision(request, opened)

    def act(case: Case) -> None:
        decide_objection(
            by=request.acting,
            case=case,
            goes_back=form.cleaned_data.get("goes_back", False),
            reason=form.cleaned_data["text"],
            at=request.at,
        )

    return answered(request, opened, VERB, form, act)
