"""Committees of people's mediation, for an administrator: set up, seats with terms, studios."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as later

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.part import of_administrators
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused
from yimen.mediation.committees.listing import committee_by, committees, seats_of, studios_of
from yimen.mediation.committees.rules import Engaged, Level, is_complete
from yimen.mediation.verbs import CommitteePlan, Term, open_studio, seat_member, set_up_committee, set_up_well
from yimen.mediation.words import ENGAGED, LEVELS
from yimen.people.posts import posts_of_office
from yimen.people.rules import Role


def _choices(form: forms.Form, **choices: list[tuple[object, str]]) -> None:
    for name, found in choices.items():
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = found


class NewCommittee(forms.Form):
    """A committee more."""

    code = forms.SlugField(label=later("Code"), max_length=40)
    level = forms.ChoiceField(label=later("Of what?"))
    office = forms.TypedChoiceField(label=later("In which office do its mediators have their posts?"), coerce=int)
    title = forms.CharField(label=later("Name"), max_length=80)
    sign = forms.CharField(
        label=later("The sign of its numbers"), max_length=8, help_text=later("For example 格: （2026）格人调字第1号")
    )


class NewSeat(forms.Form):
    """Somebody gets a seat."""

    post = forms.TypedChoiceField(label=later("From which post?"), coerce=int)
    engaged = forms.ChoiceField(label=later("As what?"))
    is_head = forms.BooleanField(label=later("Heads the committee: names mediators, and seals"), required=False)
    from_on = forms.DateField(label=later("From"), widget=forms.DateInput({"type": "date"}))
    until_on = forms.DateField(
        label=later("The first day after the term"), widget=forms.DateInput({"type": "date"}),
        help_text=later("Three years at most."),
    )  # fmt: skip


@of_administrators
def listing(request: AtDesk) -> HttpResponse:
    """All of them, and one more."""
    town, language = request.town, get_language() or ""
    form = NewCommittee(request.POST if request.method == "POST" else None)
    offices: list[tuple[object, str]] = [
        (one.id, name_in(one.names, language)) for one in town.offices.by_id.values() if one.is_open
    ]
    _choices(form, level=[(one.value, gettext(LEVELS[one])) for one in Level], office=offices)
    if form.is_valid():
        typed = form.cleaned_data
        names = {language: typed["title"]}
        plan = CommitteePlan(typed["code"], Level(typed["level"]), typed["office"], names, typed["sign"])
        try:
            made = set_up_committee(by=request.acting, plan=plan, at=request.at)
        except Refused as refusal:
            form.add_error(None, said(refusal.verdict))
        else:
            return redirect("desk_committee", made.pk)
    found = [
        (one, gettext(LEVELS[Level(one.level)]), is_complete(one.members)) for one in committees(day_of(request.at))
    ]
    return render(request, "desk/mediation/committees.html", {"form": form, "committees": found})


@of_administrators
def one(request: AtDesk, committee: int) -> HttpResponse:
    """Its seats with their terms, its studios, and one attestation."""
    row = committee_by(committee)
    if row is None:
        raise Http404
    on, language = day_of(request.at), get_language() or ""
    posts = [post for post in posts_of_office(row.office_id, on) if post.role is Role.MEDIATOR and not post.closed_on]
    form = NewSeat(request.POST if "post" in request.POST else None, initial={"from_on": on, "until_on": _in_3(on)})
    _choices(
        form,
        post=[(post.id, f"{name_in(post.names, language)} {post.id}") for post in posts],
        engaged=[(one.value, gettext(ENGAGED[one])) for one in Engaged],
    )
    try:
        if _done(request, row, form):
            messages.success(request, gettext("Kept."), extra_tags="done")
            return redirect("desk_committee", committee)
    except Refused as refusal:
        form.add_error(None, said(refusal.verdict))
    names = {post.id: post.names for post in posts}
    seats = [
        (seat, seat.post.names, gettext(ENGAGED[Engaged(seat.engaged)]), seat.until_on > on)
        for seat in seats_of(row.pk)
    ]
    seen = {
        "committee": row, "form": form, "seats": seats, "studios": studios_of(row.pk), "names": names,
        "verdict": is_complete(sum(1 for *_, runs in seats if runs)),
    }  # fmt: skip
    return render(request, "desk/mediation/committee.html", seen)


def _in_3(on: Any) -> Any:  # noqa: ANN401 – a date
    return on + timedelta(days=3 * 365)


def _done(request: AtDesk, row: Any, form: NewSeat) -> bool:  # noqa: ANN401 – a Committee, which only its app names
    if "composed" in request.POST:
        set_up_well(by=request.acting, committee=row, composed_well=request.POST["composed"] == "yes", at=request.at)
    elif name := request.POST.get("studio", "").strip():
        open_studio(by=request.acting, committee=row, names={get_language() or "zh-hans": name}, at=request.at)
    elif form.is_valid():
        typed = form.cleaned_data
        term = Term(
            typed["post"], typed["from_on"], typed["until_on"], Engaged(typed["engaged"]), is_head=typed["is_head"]
        )
        seat_member(by=request.acting, committee=row, term=term, at=request.at)
    else:
        return False
    return True
