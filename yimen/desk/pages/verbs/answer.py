"""An office answers a case."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.rules import LONGEST_WORDS, Outcome
from yimen.cases.verbs import Answer, answer_case
from yimen.cases.words import OUTCOMES
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.knowledge.rules import Use

VERB = "answer"
#: What a written opinion has besides its conclusion; a plain answer does without.
PARTS = ("claims", "facts", "basis")


def _long(label: Any, rows: int) -> forms.CharField:  # noqa: ANN401 – a lazy translation
    return forms.CharField(label=label, max_length=LONGEST_WORDS, widget=forms.Textarea({"rows": rows}))


class Answering(Typed):
    """The outcome and the opinion; for a petition, all parts of a written opinion."""

    outcome = forms.ChoiceField(label=_("What does it come to?"), widget=forms.RadioSelect)
    claims = _long(_("What was asked"), 3)
    facts = _long(_("What you found, and how"), 5)
    opinion = _long(_("Your answer"), 7)
    basis = _long(_("Law or rule that it rests on"), 2)
    into, use = "opinion", Use.ANSWER

    def fit(self, opened: Opened) -> None:
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)  # noqa: S101 – for the types
        outcome.choices = [(code.value, gettext(words)) for code, words in OUTCOMES.items()]
        procedure = opened.town.catalogue.procedure(opened.seen.case.procedure_id)
        if not procedure.needs_full_opinion:
            for part in PARTS:
                del self.fields[part]

    def answer(self) -> Answer:
        """What was typed, as the verb takes it."""
        said = {part: self.cleaned_data.get(part, "") for part in PARTS}
        return Answer(Outcome(self.cleaned_data["outcome"]), self.cleaned_data["opinion"], **said)


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The answer goes to the resident, with what they may do next in their own language."""
    form = Answering(request, opened)

    def act(case: Case) -> None:
        answer_case(by=request.acting, case=case, answer=form.answer(), at=request.at)

    return answered(request, opened, VERB, form, act)
