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
from yimen.desk.beside.same import answerable, in_words
from yimen.desk.doing import Typed, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.knowledge.rules import Use

VERB = "answer"
#: What a written opinion has besides its conclusion; a plain answer does without.
PARTS = ("claims", "facts", "basis")


def _long(label: Any, rows: int) -> forms.CharField:  # noqa: ANN401 – a lazy translation
    return forms.CharField(label=label, max_length=LONGEST_WORDS, widget=forms.Textarea({"rows": rows}))


class Answering(Typed):
    """The outcome and the opinion; for a petition, all parts of a written opinion."""

    needs_parts = False  # a petition always has them all
    outcome = forms.ChoiceField(label=_("What does it come to?"), widget=forms.RadioSelect)
    claims = _long(_("What was asked"), 3)
    facts = _long(_("What you found, and how"), 5)
    opinion = _long(_("Your answer"), 7)
    basis = _long(_("Law or rule that it rests on"), 2)
    also = forms.TypedMultipleChoiceField(
        label=_("Cases about the same thing, to be answered along with it"),
        help_text=_("Each resident gets this answer in a letter of their own. All are answered, or none."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # their versions as they stood on the page
    into, use = "opinion", Use.ANSWER

    def __init__(self, request: AtDesk, opened: Opened) -> None:
        self.linked = answerable(request, opened)
        super().__init__(request, opened)

    def fit(self, opened: Opened) -> None:
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)  # noqa: S101 – for the types
        outcome.choices = [(code.value, gettext(words)) for code, words in OUTCOMES.items()]
        self._offer_linked(opened)
        procedure = opened.town.catalogue.procedure(opened.seen.case.procedure_id)
        if not (self.needs_parts or procedure.needs_full_opinion):
            for part in PARTS:
                del self.fields[part]

    def _offer_linked(self, opened: Opened) -> None:
        if not self.linked:
            del self.fields["also"], self.fields["seen"]
            return
        also = self.fields["also"]
        assert isinstance(also, forms.ChoiceField)  # noqa: S101 – for the types
        also.choices = in_words(self.linked, opened.town)
        self.initial["also"], self.initial["seen"] = [each.pk for each in self.linked], self._versions()

    def _versions(self) -> str:
        return " ".join(f"{each.pk}:{each.version}" for each in self.linked)

    def refuse(self, refused: Refused) -> None:
        """The linked ones, too, are now shown as they are."""
        super().refuse(refused)
        if self.linked:
            self.data = {**self.data, "also": self.cleaned_data.get("also", []), "seen": self._versions()}

    def alike(self) -> dict[int, int]:
        """Which of the linked ones get the same answer, each with the version that stood on the page."""
        pairs = (pair.partition(":") for pair in self.cleaned_data.get("seen", "").split())
        versions = {number_in(pk): number_in(version) or 0 for pk, _, version in pairs}
        return {pk: versions.get(pk, 0) for pk in self.cleaned_data.get("also", [])}

    def answer(self) -> Answer:
        """What was typed, as the verb takes it."""
        said = {part: self.cleaned_data.get(part, "") for part in PARTS}
        return Answer(Outcome(self.cleaned_data["outcome"]), self.cleaned_data["opinion"], **said)


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The answer goes to the resident, with what they may do next in their own language."""
    form = Answering(request, opened)

    def act(case: Case) -> None:
        answer_case(by=request.acting, case=case, answer=form.answer(), also=form.alike(), at=request.at)

    return answered(request, opened, VERB, form, act)
