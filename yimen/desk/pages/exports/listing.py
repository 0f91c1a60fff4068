"""Exports: what was asked, and the form that asks."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.filters import ANY, categories
from yimen.desk.words import said
from yimen.exports.policies import may_ask, may_decide
from yimen.exports.queries import SHOWN, exports_for
from yimen.exports.rules import LONGEST_WHY, MOST_CASES, Stage
from yimen.exports.verbs import Wish, ask_export
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.privacy.rules import TAKING_OUT
from yimen.routing.town import the_town

FORBIDDEN = 403
STAGES = {
    Stage.ASKED: _("Waits for a second person"),
    Stage.AGREED: _("Agreed"),
    Stage.REFUSED: _("Refused"),
    Stage.TAKEN: _("Taken out"),
}


class Asking(forms.Form):
    """Which cases, what for, and why."""

    purpose = forms.ChoiceField(
        label=_("What for? The residents read it."),
        widget=forms.RadioSelect,
        choices=[(c, _(w)) for c, w in TAKING_OUT.items()],
    )
    is_open = forms.ChoiceField(
        label=_("Cases"), choices=[("1", _("Open ones")), ("", _("Ended ones"))], required=False
    )
    category = forms.ChoiceField(label=_("Category"), required=False)
    with_contacts = forms.BooleanField(label=_("With names, telephone numbers and addresses"), required=False)
    why = forms.CharField(
        label=_("Why is it needed? The second person reads it."),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 3}),
    )


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """The last twenty, and the form; posts that open no cases read why they take none out."""
    verdict = may_ask(request.acting)
    if not verdict:
        return render(request, "desk/exports/listing.html", {"verdict": verdict}, status=FORBIDDEN)
    form = Asking(request.POST if request.method == "POST" else None, initial={"is_open": "1"})
    category = form.fields["category"]
    assert isinstance(category, forms.ChoiceField)  # noqa: S101 – for the types
    category.choices = [ANY, *categories(the_town())]
    if form.is_valid():
        typed = form.cleaned_data | {"is_open": bool(form.cleaned_data["is_open"])}
        try:
            number = ask_export(by=request.acting, wish=Wish(**typed), at=request.at)
        except Refused as refused:
            form.add_error(None, said(refused.verdict))
        else:
            messages.success(request, gettext("Asked. A supervisor has to agree."), extra_tags="done")
            return redirect("desk_export", number)
    asked = request.GET.get("before", "")
    found = exports_for(request.acting, number_in(asked))
    seen = {
        "verdict": verdict,
        "form": form,
        "most": MOST_CASES,
        "rows": [
            {"it": e, "stage": STAGES[Stage(e.stage)], "mine": bool(may_decide(request.acting, e))}
            for e in found[:SHOWN]
        ],
        "next": f"?before={found[SHOWN - 1].pk}" if len(found) > SHOWN else "",
    }
    return render(request, "desk/exports/listing.html", seen)
