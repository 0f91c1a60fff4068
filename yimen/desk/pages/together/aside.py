"""Somebody says that they stand aside from a case."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import stand_aside
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "stand_aside"


class StandingAside(Remark):
    """Why: for the supervisor alone."""

    into = ""  # a reason like this is nobody's template

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("Why do you stand aside?")
        self.fields["text"].help_text = _("Only your supervisor reads this. The resident reads that somebody does.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """Afterwards the case is gone from all lists and pages of this person."""
    form = StandingAside(request, opened)

    def act(case: Case) -> None:
        stand_aside(by=request.acting, case=case, why=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, VERB, form, act)
