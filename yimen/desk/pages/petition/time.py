"""More time is asked for, and refused. (It is given on the page of the extension.)"""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import ask_for_time, refuse_time
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case


class Asking(Remark):
    """Why the office needs it."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("Why is more time needed? The resident reads this.")


class Refusing(Remark):
    """Why there is none."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("Why is no more time given? The office and the resident read this.")


@of_a_whole_case
def ask(request: AtDesk, opened: Opened) -> HttpResponse:
    """The head of the office decides; until then nothing moves."""
    form = Asking(request, opened)

    def act(case: Case) -> None:
        ask_for_time(by=request.acting, case=case, reason=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, "ask_for_time", form, act)


@of_a_whole_case
def refuse(request: AtDesk, opened: Opened) -> HttpResponse:
    """The date stays where it is."""
    form = Refusing(request, opened)

    def act(case: Case) -> None:
        refuse_time(by=request.acting, case=case, reason=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, "refuse_time", form, act)
