"""One's own number: how many are before it, and where to go when it is called. It keeps itself up to date."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.public.here import from_this_site
from yimen.public.pages.visits.centre import SOMEBODY
from yimen.public.pages.visits.words import aloud
from yimen.public.saying import said
from yimen.routing.town import the_town
from yimen.visits.queries import place_of, ticket_by
from yimen.visits.rules import MOVES, Queued
from yimen.visits.verbs import leave_queue

NOTHING_NEW = 204


@never_cache
@from_this_site
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever has the link reads it on its day; the day after there is nothing behind it any more."""
    at, town = clock.now(), the_town()
    ticket = ticket_by(key, clock.day_of(at))
    if ticket is None:
        raise Http404
    refused = ""
    if request.method == "POST":
        try:
            leave_queue(by=SOMEBODY, ticket=ticket, at=at)
            return redirect("ticket", key)
        except Refused as refusal:
            refused = said(refusal)
    place = place_of(ticket, town)
    if request.GET.get("now") == place.mark:
        return HttpResponse(status=NOTHING_NEW)
    seen = {
        "key": key,
        "place": place,
        "spoken": aloud(place.words),
        "office": town.offices.by_id[ticket.office_id],
        "may_leave": "leave" in MOVES[Queued(ticket.state)],
        "refused": refused,
    }
    part = "public/visits/place.html" if "now" in request.GET else "public/visits/ticket.html"
    return render(request, part, seen)
