"""The papers of one's own mediation: the joint ones, and those of one's own room."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yimen.kernel.clock import day_of
from yimen.mediation.agreements.scans import scan_for
from yimen.mediation.papers.making import languages_of, lines_of, paper_for, titled_for
from yimen.mediation.rooms.inside import SideIn, WithCode
from yimen.papers.serving import headers_of
from yimen.public.pages.mediation.here import with_code


@with_code
def page(request: HttpRequest, me: WithCode, at: datetime) -> HttpResponse:
    """What there is for this side, each in the languages of the town. Whoever is only beside it asks it for a copy."""
    me = _of_a_side(me)
    on = day_of(at)
    papers = lines_of(titled_for(me, on), lambda key, language: reverse("mediation-paper", args=[key, language]))
    last = me.mediation.court_until
    until = last if last and on <= last and not me.mediation.court else None
    return render(request, "public/mediation/papers.html", {"papers": papers, "until": until})


@with_code
def one(request: HttpRequest, me: WithCode, at: datetime, paper: str, languages: str) -> HttpResponse:  # noqa: ARG001
    """Made on the spot, of what this side's keys open. Another side's paper is not there."""
    found = paper_for(_of_a_side(me), paper, languages_of(languages), day_of(at))
    if found is None:
        raise Http404
    return HttpResponse(found, headers=headers_of(paper))


@with_code
def scan(request: HttpRequest, me: WithCode, at: datetime, sheet: str) -> HttpResponse:  # noqa: ARG001
    """What a side has signed on paper, for all sides to see."""
    found = scan_for(_of_a_side(me), sheet)
    if found is None:
        raise Http404
    return HttpResponse(found, headers=headers_of(f"signed-{sheet}"))


def _of_a_side(me: WithCode) -> SideIn:
    if not isinstance(me, SideIn):
        raise Http404
    return me
