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
from yimen.mediation.committees.listing import committees
from yimen.mediation.committees.rules import Level
from yimen.mediation.rules import Kind
from yimen.mediation.verbs import Application, Applied, apply_for_mediation
from yimen.mediation.words import EXCEPTION, LEVELS, RIGHTS
from yimen.public.here import from_this_site, language_of, with_receipt
from yimen.public.pages.mediation.forms import Applying
from yimen.public.pages.mediation.here import remember
from yimen.public.receipts import address_of
from yimen.public.saying import put_on


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
    if not (offered := _choices(at)):
        return render(request, "public/mediation/no_committee.html", {"case": case})
    form = Applying(data, reader=language_of(request), committees=offered)
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


def _choices(at: datetime) -> list[tuple[str, list[tuple[int, str]]]]:
    """The committees under the words of their levels."""
    found: dict[str, list[tuple[int, str]]] = {}
    for one in committees(clock.day_of(at)):
        words = gettext(LEVELS[Level(one.level)])
        found.setdefault(words, []).append((one.id, name_in(one.names, get_language() or "")))
    return list(found.items())
