"""A supervisor lets somebody of the office stand aside, on their own or because the resident asks for it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.together.aside import workers_of
from yimen.cases.verbs import decide_recusal, order_recusal
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.clock import day_of
from yimen.people.rules import ROLE_WORDS


class Recusal(Remark):
    """Who, and why. The names are those of the supervisor's own staff."""

    into = ""
    whom = forms.TypedChoiceField(label=_("Who stands aside?"), coerce=int)
    field_order = ("whom", "text")
    why: Any = gettext_lazy("Why? Only supervisors read this.")
    nobody: Any = gettext_lazy("Please choose")

    def __init__(self, request: AtDesk, opened: Opened) -> None:
        self.at = request.at
        super().__init__(request, opened)

    def fit(self, opened: Opened) -> None:
        field = self.fields["whom"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        here = workers_of(opened.seen.case, day_of(self.at))
        words = [(each.staff_id, f"{each.name} · {gettext(ROLE_WORDS[each.role])}") for each in here]
        field.choices = [("", self.nobody), *words]
        self.fields["text"].label = self.why


class Decision(Recusal):
    """Also nobody, with a reason that the resident reads."""

    whom = forms.TypedChoiceField(label=_("Who stands aside?"), coerce=int, required=False, empty_value=None)
    why = gettext_lazy("Why do you decide so? The resident reads this.")
    nobody = gettext_lazy("Nobody")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """From the next click on they see nothing of the case."""
    form = Recusal(request, opened)

    def act(case: Case) -> None:
        whom, text = form.cleaned_data["whom"], form.cleaned_data["text"]
        order_recusal(by=request.acting, case=case, staff_id=whom, why=text, at=request.at)

    return answered(request, opened, "order_recusal", form, act)


@of_a_whole_case
def decide(request: AtDesk, opened: Opened) -> HttpResponse:
    """What the resident asked stands on the case's page, for the supervisor alone."""
    form = Decision(request, opened)

    def act(case: Case) -> None:
        whom, text = form.cleaned_data["whom"], form.cleaned_data["text"]
        decide_recusal(by=request.acting, case=case, staff_id=whom, reason=text, at=request.at)

    return answered(request, opened, "decide_recusal", form, act)
