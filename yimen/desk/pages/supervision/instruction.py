"""A supervisor instructs an office on a case, and the office reports back."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.desk.acting import AtDesk
from yimen.desk.days import DayField
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.supervision.verbs.instruct_office import instruct_office
from yimen.supervision.verbs.report_back import report_back


class Instruction(Remark):
    """What the office shall do, and until when it reports."""

    until_on = DayField(label=_("Report back by"))
    field_order = ("text", "until_on")

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("What shall the office do? The resident sees that you acted, not these words.")


class Report(Remark):
    """What the office did."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("What has been done? Your supervisor reads this, the resident does not.")


@of_a_whole_case
def instruct(request: AtDesk, opened: Opened) -> HttpResponse:
    """An instruction with a date; the story says that there is one."""
    form = Instruction(request, opened)

    def act(case: Case) -> None:
        text, until_on = form.cleaned_data["text"], form.cleaned_data["until_on"]
        instruct_office(by=request.acting, case=case, text=text, until_on=until_on, at=request.at)

    return answered(request, opened, "instruct", form, act)


@of_a_whole_case
def report(request: AtDesk, opened: Opened) -> HttpResponse:
    """The office's report on the instruction that stands open."""
    form = Report(request, opened)

    def act(case: Case) -> None:
        report_back(by=request.acting, case=case, text=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, "report", form, act)
