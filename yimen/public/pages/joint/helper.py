"""A case that a helper brought: what the helper sees of it, and how its resident ends that."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import resident_of
from yimen.cases.queries import Case
from yimen.cases.verbs import end_helper
from yimen.deadlines.terms import OPEN, Term, terms_of
from yimen.deadlines.words import explain
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.public.here import language_of, with_receipt
from yimen.public.pages.own.acts import at_version
from yimen.public.saying import said
from yimen.routing.town import Town


def status(request: HttpRequest, case: Case, town: Town, at: datetime) -> HttpResponse:
    """Where it stands, by when, and who has it: no word of it, not even what it is about."""
    seen = {
        "case": case,
        "is_late": case.is_late(day_of(at)),
        "dates": [(term, explain(term, language_of(request))) for term in running(terms_of(case.ref))],
        "office": town.offices.by_id[case.office_id],
    }
    return render(request, "public/own/status.html", seen)


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """One button, and the helper's receipt opens nothing any more."""
    if request.method == "POST":
        try:
            end_helper(by=resident_of(case), case=at_version(request, case), at=at)
        except Refused as refusal:
            messages.error(request, said(refusal), extra_tags="danger")
        else:
            messages.success(request, _("The helper’s receipt opens nothing any more."), extra_tags="done")
    return redirect("own")


def running(terms: list[Term]) -> list[Term]:
    """The dates that count for the resident now, the nearest first; the offices' own dispute is not one of them."""
    return sorted((t for t in terms if t.state in OPEN and t.stage != "object"), key=lambda t: t.due_on)
