"""An office hands a case to another one."""

from itertools import groupby

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import hand_over_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.languages import name_in
from yimen.people.queries import OfficeFacts

VERB = "hand_over"


class Handing(Remark):
    """To which office, and why. Neither the accused office nor one that is closed is offered."""

    office = forms.ChoiceField(label=_("To which office?"))
    field_order = ("office", "text")

    def fit(self, opened: Opened) -> None:
        language, town, case = get_language() or "", opened.town, opened.seen.case
        offered = [
            office
            for office in town.offices.by_id.values()
            if office.is_open and office.id != case.office_id and not _is_recused(office, opened)
        ]
        offered.sort(key=lambda office: office.place_path)
        groups = [
            (name_in(town.places.by_id[place].names, language), [(o.code, name_in(o.names, language)) for o in inside])
            for place, inside in groupby(offered, key=lambda office: office.place_id)
        ]
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [("", _("Please choose")), *groups]
        self.fields["text"].label = _("Why do you hand it over? The resident reads this.")


def _is_recused(office: OfficeFacts, opened: Opened) -> bool:
    """The office that the case is about, and those below it, get it from nobody."""
    accused_id = opened.seen.case.accused_office_id
    return accused_id is not None and opened.town.offices.answers_to(office.id, accused_id)


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
