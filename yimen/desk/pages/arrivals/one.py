"""One held mail: opened with a look, then taken in or put away."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.needs.words import need_choices
from yimen.cases.rules import LONGEST_WORDS
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.intake.by_hand import Typed, take_by_hand
from yimen.intake.policies import may_open_arrivals
from yimen.intake.queries import Arrival, Opened, arrival_for, open_arrival
from yimen.intake.rules import LONGEST_REASON, WHY, Why
from yimen.intake.verbs.discard import discard_arrival
from yimen.kernel.languages import name_in
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused
from yimen.routing.town import Town

FORBIDDEN = 403
TAKE, DISCARD, OPEN = "take", "discard", "open"


class Deciding(forms.Form):
    """What it is; or why it is nothing."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("What it says"),
        help_text=_("Leave out what has nothing to do with the matter."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 10}),
        required=False,
    )
    language = forms.ChoiceField(label=_("Language to answer in"), choices=settings.LANGUAGES)
    category = forms.ChoiceField(label=_("What is it about?"), required=False)
    needs = forms.MultipleChoiceField(
        label=_("What shall we see to?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    phone = forms.CharField(
        label=_("Mobile number, if they said one"),
        help_text=_("The receipt goes there by text message. It stands with the case and is forgotten with it."),
        max_length=40,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why is it no case?"),
        help_text=_("Only if you put it away. What was written is gone then."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )

    def __init__(self, data: Any, opened: Opened, town: Town) -> None:  # noqa: ANN401 – Django's own
        begun = {"version": opened.arrival.version, "words": opened.said.words[:LONGEST_WORDS]}
        super().__init__(data, initial=begun | {"language": opened.said.language})
        language = get_language() or ""
        groups = [
            (name_in(b.names, language), [(leaf.code, name_in(leaf.names, language)) for leaf in leaves])
            for b, leaves in town.catalogue.branches()
        ]
        self.fields["needs"].choices = need_choices()  # type: ignore[attr-defined] # of a choice field
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        field.choices = [("", _("Not known yet")), *groups]


@at_desk
def page(request: AtDesk, arrival: int) -> HttpResponse:
    """Closed at first. Each time it is shown, the look is noted; whoever wrote it sees that under their receipt."""
    verdict = may_open_arrivals(request.acting, request.town)
    if not verdict:
        return render(request, "desk/arrivals/one.html", {"verdict": verdict}, status=FORBIDDEN)
    row = arrival_for(request.acting, arrival, request.town) if arrival < 2**62 else None
    if row is None:
        raise Http404
    what = request.POST.get("what", "")
    if what not in {OPEN, TAKE, DISCARD}:
        return _shown(request, row)
    opened = open_arrival(request.acting, arrival, request.town, request.at)
    if opened is None:
        raise Http404
    form = Deciding(None if what == OPEN else request.POST, opened, request.town)
    if form.is_valid():
        try:
            return _done(request, opened, form, what)
        except Refused as refused:
            form.add_error(None, said(refused.verdict))
            form.data = form.data.copy()  # type: ignore[attr-defined] # a QueryDict
            form.data["version"] = str(row.version)  # type: ignore[index]
    return _shown(request, row, opened, form)


def _done(request: AtDesk, opened: Opened, form: Deciding, what: str) -> HttpResponse:
    typed = form.cleaned_data
    row = opened.arrival.is_at(typed["version"])
    if what == DISCARD:
        discard_arrival(by=request.acting, arrival=row, reason=typed["reason"], at=request.at)
        messages.success(request, gettext("It is put away."), extra_tags="done")
        return redirect("desk_arrivals")
    phone = typed["phone"] if opened.said.is_spoken else ""
    said_so = Typed(typed["words"], typed["language"], typed["category"], tuple(typed["needs"]), phone)
    receipt = take_by_hand(by=request.acting, opened=opened, typed=said_so, at=request.at)
    is_told = opened.said.sender or phone
    messages.success(request, _taken(receipt.case.pk, "" if is_told else receipt.code), extra_tags="done")
    return redirect("desk_arrivals")


def _taken(number: int, code: str) -> str:
    """That it is a case; and its receipt, where no mail can bring it to whoever wrote."""
    if not code:
        return gettext("It is case %(number)s now. Whoever brought it gets the receipt.") % {"number": number}
    words = gettext(
        "It is case %(number)s now. This is its receipt, shown only once: %(code)s. Bring it to whoever wrote."
    )
    return words % {"number": number, "code": shown(code)}


def _shown(request: AtDesk, row: Arrival, opened: Opened | None = None, form: Deciding | None = None) -> HttpResponse:
    for name in ("words", "reason"):  # each for its own button, which says so itself when it is missing
        if form:
            form.fields[name].required = True
    context = {
        "verdict": may_open_arrivals(request.acting, request.town),
        "it": row,
        "why": gettext(WHY[Why(row.why)]),
        "opened": opened,
        "files": [name for name, _content in opened.said.files] if opened else [],
        "form": form,
        "urgent": [door for door in request.town.catalogue.doors.values() if door.is_urgent] if opened else [],
    }
    return render(request, "desk/arrivals/one.html", context)
