"""Committees of people's mediation, for an administrator: set up, seats with terms, studios."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from yimen.desk.acting import AtDesk
from yimen.desk.mediating.committees import NewCommittee, NewSeat, Purview, choices, purview_as_typed
from yimen.desk.pages.people.part import of_administrators
from yimen.desk.words import said, say_no
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused
from yimen.mediation.committees.listing import committee_by, page_of_committees, seats_of, studios_of
from yimen.mediation.committees.rules import Engaged, Level, is_complete
from yimen.mediation.rules import Kind
from yimen.mediation.verbs import (
    CommitteePlan,
    Term,
    open_studio,
    seat_member,
    set_purview,
    set_up_committee,
    set_up_well,
)
from yimen.mediation.words import ENGAGED, KINDS, LEVELS
from yimen.people.posts import posts_of_office
from yimen.people.rules import Role


@of_administrators
def listing(request: AtDesk) -> HttpResponse:
    """All of them, and one more."""
    town, language = request.town, get_language() or ""
    form = NewCommittee(request.POST if request.method == "POST" else None)
    offices: list[tuple[object, str]] = [
        (one.id, name_in(one.names, language)) for one in town.offices.by_id.values() if one.is_open
    ]
    choices(form, level=[(one.value, gettext(LEVELS[one])) for one in Level], office=offices)
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
    listed, after = page_of_committees(day_of(request.at), request.GET.get("after", ""))
    found = [(one, gettext(LEVELS[Level(one.level)]), is_complete(one.members)) for one in listed]
    seen = {"form": form, "committees": found, "next": f"?after={after}" if after else ""}
    return render(request, "desk/mediation/committees.html", seen)


@of_administrators
def one(request: AtDesk, committee: int) -> HttpResponse:
    """Its seats with their terms, its studios, and one attestation."""
    row = committee_by(committee)
    if row is None:
        raise Http404
    on, language, studios = day_of(request.at), get_language() or "", studios_of(row.pk)
    posts = [post for post in posts_of_office(row.office_id, on) if post.role is Role.MEDIATOR and not post.closed_on]
    form = NewSeat(request.POST if "post" in request.POST else None, initial={"from_on": on, "until_on": _in_3(on)})
    choices(
        form,
        post=[(post.id, f"{name_in(post.names, language)} {post.id}") for post in posts],
        engaged=[(one.value, gettext(ENGAGED[one])) for one in Engaged],
        of_studio=[("", gettext("none")), *((one.pk, name_in(one.names, language)) for one in studios)],
    )
    begun = purview_as_typed(row.kinds, row.places, request.town.places.by_code)
    purview = Purview(
        request.POST if "purview" in request.POST else None, initial=begun, prefix="purview", town=request.town
    )
    try:
        if _done(request, row, form, purview):
            messages.success(request, gettext("Kept."), extra_tags="done")
            return redirect("desk_committee", committee)
    except Refused as refusal:
        say_no(request, refusal.verdict, form, purview)
    names = {post.id: post.names for post in posts}
    seats = [(seat, seat.post.names, _of_seat(seat, language), seat.until_on > on) for seat in seats_of(row.pk)]
    seen = {
        "committee": row, "form": form, "purview": purview, "seats": seats, "studios": studios, "names": names,
        "verdict": is_complete(sum(1 for *_, runs in seats if runs)),
    }  # fmt: skip
    return render(request, "desk/mediation/committee.html", seen)


def _of_seat(seat: Any, language: str) -> str:  # noqa: ANN401 – a Seat, which only its app names
    """As what, in which languages, for which types, in which studio."""
    parts = [gettext(ENGAGED[Engaged(seat.engaged)]), gettext(", ").join(_tongue(one) for one in seat.languages)]
    parts += [gettext(", ").join(gettext(KINDS[Kind(one)]) for one in seat.kinds)] if seat.kinds else []
    parts += [name_in(seat.studio.names, language)] if seat.studio else []
    return " · ".join(parts)


def _tongue(code: str) -> str:
    return str(dict(settings.LANGUAGES)[code])


def _in_3(on: Any) -> Any:  # noqa: ANN401 – a date
    return on + timedelta(days=3 * 365)


def _done(request: AtDesk, row: Any, form: NewSeat, purview: Purview) -> bool:  # noqa: ANN401 – a Committee, which only its app names
    if "composed" in request.POST:
        set_up_well(by=request.acting, committee=row, composed_well=request.POST["composed"] == "yes", at=request.at)
    elif "purview" in request.POST:
        if not purview.is_valid():
            return False
        kinds = [Kind(one) for one in purview.cleaned_data["kinds"]]
        set_purview(by=request.acting, committee=row, kinds=kinds, places=purview.codes, at=request.at)
    elif name := request.POST.get("studio", "").strip():
        open_studio(by=request.acting, committee=row, names={get_language() or "zh-hans": name}, at=request.at)
    elif form.is_valid():
        typed = form.cleaned_data
        term = Term(
            typed["post"], typed["from_on"], typed["until_on"], Engaged(typed["engaged"]), is_head=typed["is_head"],
            languages=tuple(typed["languages"]), kinds=tuple(Kind(one) for one in typed["kinds"]),
            studio_id=typed["of_studio"],
        )  # fmt: skip
        seat_member(by=request.acting, committee=row, term=term, at=request.at)
    else:
        return False
    return True
