"""An office asks the resident something."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import ask_resident
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.knowledge.rules import Use

VERB = "ask"


class Question(Remark):
    """What the office needs to know."""

    use = Use.QUESTION

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("What do you need to know?")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The question goes to the resident, whose turn it is then."""
    form = Question(request, opened)

    def act(case: Case) -> None:
        ask_resident(by=request.acting, case=case, question=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, VERB, form, act)
