"""The mediations of whoever mediates, what waits for the head of a committee, and offering mediation."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as later

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.mediating.forms import Disclosing, words_of
from yimen.desk.pages.mediation.one import cover, number_of
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused
from yimen.mediation.agreements.due import to_follow_up
from yimen.mediation.calls.waiting import waited_for
from yimen.mediation.coming import Person
from yimen.mediation.committees.listing import seated_in
from yimen.mediation.committees.overview import headed
from yimen.mediation.policies import may_mediate
from yimen.mediation.queries.mediators import mediations_of, waiting_for_head
from yimen.mediation.rules import LONGEST_NAME, Kind
from yimen.mediation.verbs import Offering, offer_to_mediate
from yimen.mediation.words import KINDS

SOON = timedelta(days=3)


class Offer(Disclosing):
    """Mediation that a mediator offers."""

    committee = forms.TypedChoiceField(label=later("For which committee?"), coerce=int)
    kind = forms.ChoiceField(label=later("What is it about?"))
    names = forms.CharField(
        label=later("Between whom?"), help_text=later("One on each line, as they are called."),
        max_length=6 * LONGEST_NAME, widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    summary = words_of(later("What it is about, in your words"), hint=later("Whoever is invited reads this."))
    field_order = ["committee", "kind", "names", "summary", "words"]


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Covers only: no word of what they are about. Empty for everybody who does not mediate."""
    on, may = day_of(request.at), may_mediate(request.acting)
    waited = [(one, number_of(one.mediation)) for one in waited_for(request.acting, request.at)] if may else []
    if "waiting" in request.GET:
        return render(request, "desk/mediation/waiting.html", {"waited_for": waited})
    mine = mediations_of(request.acting)
    seen = {
        "waited_for": waited,
        "mine": [cover(row) for row in mine],
        "waiting": [cover(row) for row in waiting_for_head(request.acting, on)],
        "may": may,
        "headed": headed(request.acting, on),
        "due": [(cover(one.mediation), one.due_on) for one in to_follow_up(request.acting, on + SOON)],
    }
    return render(request, "desk/mediation/list.html", seen)


@at_desk
def offer(request: AtDesk) -> HttpResponse:
    """To the sides of a dispute that the mediator knows of. Both must say yes."""
    seats = seated_in(request.acting.post_id, day_of(request.at)) if may_mediate(request.acting) else []
    if not seats:
        raise Http404
    form = Offer(request.POST if request.method == "POST" else None)
    for name, choices in (
        ("committee", [(pk, name_in(names, get_language() or "")) for pk, names in seats]),
        ("kind", [(kind.value, gettext(KINDS[kind])) for kind in Kind]),
    ):
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = choices
    if form.is_valid():
        typed = form.cleaned_data
        sides = tuple(Person(line) for line in typed["names"].splitlines() if line.strip())
        wanted = Offering(typed["committee"], Kind(typed["kind"]), sides, typed["summary"], typed["words"])
        try:
            made = offer_to_mediate(by=request.acting, wanted=wanted, at=request.at)
        except Refused as refusal:
            form.add_error(None, said(refusal.verdict))
        else:
            messages.success(request, gettext("Written down. Now invite both sides."), extra_tags="done")
            return redirect("desk_mediation", made.pk)
    return render(request, "desk/mediation/offer.html", {"form": form})
