"""Asking for mediation: from the door, or from the page of one's own case."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache

from yimen.cases.joint.holders import resident_of
from yimen.cases.queries import Case
from yimen.intake.channels.web import NEWCOMER
from yimen.journeys.mediating import mediate_case
from yimen.kernel import clock
from yimen.kernel.languages import name_in
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused
from yimen.mediation.committees.listing import Listed, committees, proposed
from yimen.mediation.committees.rules import Level, Why
from yimen.mediation.rules import Kind
from yimen.mediation.verbs import Application, Applied, apply_for_mediation
from yimen.mediation.words import EXCEPTION, KINDS, LEVELS, PROPOSED, RIGHTS
from yimen.public.here import from_this_site, language_of, with_receipt
from yimen.public.pages.mediation.forms import Applying
from yimen.public.pages.mediation.here import remember
from yimen.public.receipts import address_of
from yimen.public.saying import put_on
from yimen.routing.town import Town, the_town

Group = tuple[str, list[tuple[int, str]]]  # a level in words, or why it is proposed; and its committees


@never_cache
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The form; then the code, which is told once."""
    return _answered(request, None, clock.now())


@with_receipt
def from_case(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """The same from one's own case: its clock stands still from then on."""
    return _answered(request, case, at)


def _answered(request: HttpRequest, case: Case | None, at: datetime) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    town, listed = the_town(), committees(clock.day_of(at))
    if not listed:
        return render(request, "public/mediation/no_committee.html", {"case": case})
    typed = data.get("kind", "") if data else ""  # the type is known once the form was sent: it fits better then
    fitting = proposed(listed, _place(request, case, town), town, typed if typed in list(Kind) else "")
    form = Applying(data, reader=language_of(request), committees=_choices(listed, fitting))
    form.initial["committee"] = _asked_for(request, listed) or (fitting[0].id if fitting else None)
    if form.is_valid():
        try:
            made = _made(request, form, case, at)
        except Refused as refusal:
            put_on(form, refusal)
        else:
            code = {"code": shown(made.code), "is_new": made.is_new}
            return remember(render(request, "public/mediation/code.html", code), made.code)
    seen = {"form": form, "case": case, "rights": RIGHTS, "exception": EXCEPTION}
    return render(request, "public/mediation/apply.html", seen)


def _made(request: HttpRequest, form: Applying, case: Case | None, at: datetime) -> Applied:
    typed, address = form.cleaned_data, address_of(request)
    wanted = Application(
        typed["nonce"], typed["committee"], Kind(typed["kind"]), form.person(typed["my_name"]),
        tuple(line for line in typed["others"].splitlines() if line.strip()), typed["claim"], typed["reach"],
        typed["wish"],
    )  # fmt: skip
    if case is None:
        return apply_for_mediation(by=NEWCOMER, wanted=wanted, address=address, at=at)
    return mediate_case(by=resident_of(case), case=case, wanted=wanted, address=address, at=at)


def _place(request: HttpRequest, case: Case | None, town: Town) -> str:
    """The path of the place that it is about, as far as one is known: of the case, or where somebody came from."""
    if case is not None and case.area_id:
        return town.places.by_id[case.area_id].path
    place = town.places.by_code.get(request.GET.get("place", ""))
    return place.path if place else ""


def _asked_for(request: HttpRequest, listed: list[Listed]) -> int | None:
    """The committee from whose page somebody came."""
    code = request.GET.get("committee", "")
    return next((one.id for one in listed if one.code == code), None)


def _choices(listed: list[Listed], fitting: tuple[Listed, list[Why]] | None) -> list[Group]:
    """The committee that fits best, under the reason; then all under the words of their levels; each with its types."""
    reader = get_language() or ""
    found: dict[str, list[tuple[int, str]]] = {}
    for one in listed:
        found.setdefault(gettext(LEVELS[Level(one.level)]), []).append((one.id, _in_words(one, reader)))
    if fitting is None:
        return list(found.items())
    best, reasons = fitting
    return [(gettext(PROPOSED[reasons[0]]), [(best.id, _in_words(best, reader))]), *found.items()]


def _in_words(one: Listed, reader: str) -> str:
    """Its name; if it was set up for some types of disputes, they too."""
    kinds = gettext(", ").join(gettext(KINDS[Kind(kind)]) for kind in one.kinds)
    return f"{name_in(one.names, reader)} ({kinds})" if kinds else name_in(one.names, reader)
