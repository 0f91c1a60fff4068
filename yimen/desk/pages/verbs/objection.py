"""An office objects to a case that was handed to it."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import object_to_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case

VERB = "object"


class Objection(Remark):
    """Why it is not ours."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("Why is this not your case?")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The reasons go to the superior of both offices; the resident reads them too."""
    form = Objection(request, opened)

    def act(case: Case) -> None:
        object_to_case(by=request.acting, case=case, reason=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, VERB, form, act)
