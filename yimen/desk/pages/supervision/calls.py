"""Call-backs: the list of a service desk, and one call."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.calls.rules import MOST_TRIES
from yimen.cases.rules import LONGEST_REMARK, Satisfied, Solved
from yimen.cases.supervised.to_call import Called, case_to_call
from yimen.cases.verbs import Judgement, rate_told_case
from yimen.cases.words import SATISFIED, SOLVED
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import say_no
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.rules import Role
from yimen.routing.town import the_town
from yimen.supervision.calls.policies import may_call_back
from yimen.supervision.calls.queries import call_list, call_of, reach_of
from yimen.supervision.verbs.note_call import note_call


class Told(forms.Form):
    """What the resident said, in their own words where they gave any."""

    solved = forms.ChoiceField(label=_("Is it solved?"), widget=forms.RadioSelect)
    satisfied = forms.ChoiceField(label=_("Are you satisfied with how it was handled?"), widget=forms.RadioSelect)
    visits = forms.IntegerField(label=_("How often did you have to come in person?"), min_value=0, max_value=99)
    words = forms.CharField(
        label=_("Your words"), max_length=LONGEST_REMARK, widget=forms.Textarea({"rows": 3}), required=False
    )

    def __init__(self, request: AtDesk) -> None:
        super().__init__(request.POST if "solved" in request.POST or "visits" in request.POST else None)
        for name, words in (("solved", SOLVED), ("satisfied", SATISFIED)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
            field.choices = [(code.value, gettext(text)) for code, text in words.items()]

    def rating(self) -> Judgement:
        """As the verb takes it."""
        typed = self.cleaned_data
        return Judgement(Solved(typed["solved"]), Satisfied(typed["satisfied"]), typed["visits"], typed["words"])


@at_desk
def listing(request: AtDesk) -> HttpResponse:
    """Those to be called, the oldest first: numbers of cases only. A telephone stands on the page of one call."""
    if request.acting.role is not Role.CLERK:
        raise Http404
    found, key = call_list(request.acting, request.GET.get("after", ""))
    context = {
        "calls": found,
        "most": MOST_TRIES,
        "reach": reach_of(request.acting, day_of(request.at)),
        "next": f"{request.path}?after={key}" if key else "",
    }
    return render(request, "desk/supervision/calls.html", context)


@at_desk
def one(request: AtDesk, call: int) -> HttpResponse:
    """First it is said what the look is for; then the number and the questions stand here, and what came of it."""
    row, town = call_of(request.acting, call), the_town()
    if row is None:
        raise Http404
    form = Told(request)
    verdict = may_call_back(request.acting, row, town=town, at=request.at)
    context: dict[str, object] = {"call": row, "form": form, "verdict": verdict, "most": MOST_TRIES}
    if not verdict or request.method != "POST":
        return render(request, "desk/supervision/call.html", context)
    called: Called | None = None
    try:
        if "outcome" in request.POST:
            wants_none = request.POST["outcome"] == "refused"
            note_call(by=request.acting, call=row, wants_none=wants_none, at=request.at)
            return _noted(request, gettext("It is noted that you called."))
        called = case_to_call(request.acting, row.case_id, at=request.at)
        if called and form.is_valid():
            _rate(request, called, form)
            return _noted(request, gettext("The resident’s answer is written down."))
    except Refused as refused:
        say_no(request, refused.verdict, form)
    return render(request, "desk/supervision/call.html", context | {"called": called})


def _rate(request: AtDesk, called: Called, form: Told) -> None:
    rate_told_case(by=request.acting, case=called.case, rating=form.rating(), at=request.at)


def _noted(request: AtDesk, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags="done")
    return redirect("desk_calls")
