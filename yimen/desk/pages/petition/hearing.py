"""A hearing begins, and ends."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import begin_hearing, end_hearing
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case


class Heard(Remark):
    """What was heard."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("What was heard? The resident reads this.")


@of_a_whole_case
def begin(request: AtDesk, opened: Opened) -> HttpResponse:
    """One button: the hearing begins today."""
    form = Typed(request, opened)

    def act(case: Case) -> None:
        begin_hearing(by=request.acting, case=case, at=request.at)

    return answered(request, opened, "begin_hearing", form, act)


@of_a_whole_case
def end(request: AtDesk, opened: Opened) -> HttpResponse:
    """With its record; a clock that stood still goes on."""
    form = Heard(request, opened)

    def act(case: Case) -> None:
        end_hearing(by=request.acting, case=case, record_of_it=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, "end_hearing", form, act)
