"""A supervisor gives a case back after an unhappy answer."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import give_back_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "give_back"


class GivingBack(Remark):
    """Why it is to be done again."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("What is to be done again, and why? The office and the resident read this.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The office has the case anew, with a new date; the resident is told both."""
    form = GivingBack(request, opened)

    def act(case: Case) -> None:
        give_back_case(by=request.acting, case=case, reason=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, VERB, form, act)
