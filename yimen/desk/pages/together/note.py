"""A note for whoever handles the case, now or later."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import note_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case


class Noting(Remark):
    """Only the words."""

    into = ""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – every case takes the same
        self.fields["text"].label = _("Your note")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """It moves no date and tells the resident that it was written, not what."""
    form = Noting(request, opened)

    def act(case: Case) -> None:
        note_case(by=request.acting, case=case, text=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, "note", form, act)
