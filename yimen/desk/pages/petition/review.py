"""An office gives its opinion on another one's answer."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.reviews.rules import Finding, Stage
from yimen.cases.reviews.words import FINDINGS
from yimen.cases.verbs import review_case, send_back_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.desk.pages.verbs.answer import Answering


class Reviewing(Answering):
    """What it says of the answer before it, and all parts of a written opinion."""

    finding = forms.ChoiceField(label=_("What does the review say?"), widget=forms.RadioSelect)
    field_order = ("finding", "outcome")
    needs_parts = True

    def fit(self, opened: Opened) -> None:
        super().fit(opened)
        is_last = opened.seen.case.stage == Stage.REREVIEW
        finding = self.fields["finding"]
        assert isinstance(finding, forms.ChoiceField)  # noqa: S101 – for the types
        finding.choices = [
            (code.value, gettext(words))
            for code, words in FINDINGS.items()
            if not (is_last and code is Finding.SENT_BACK)
        ]


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """It stands, is changed, or is decided again by the office that answered first."""
    form = Reviewing(request, opened)

    def act(case: Case) -> None:
        finding = Finding(form.cleaned_data["finding"])
        if finding is Finding.SENT_BACK:
            send_back_case(by=request.acting, case=case, answer=form.answer(), at=request.at)
            return
        upholds = finding is Finding.UPHELD
        review_case(by=request.acting, case=case, upholds=upholds, answer=form.answer(), at=request.at)

    return answered(request, opened, "review", form, act)
