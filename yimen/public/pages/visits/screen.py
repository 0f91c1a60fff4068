"""The waiting screen of a centre: numbers and counters in all languages, never a name."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from yimen.kernel import clock
from yimen.kernel.qr import qr_code
from yimen.public.pages.visits import words
from yimen.public.pages.visits.centre import centre_of
from yimen.public.pages.visits.words import aloud, in_each
from yimen.routing.town import the_town
from yimen.visits.queries import Screen, screen_of

NOTHING_NEW = 204


@never_cache
@require_safe
def page(request: HttpRequest, centre: str) -> HttpResponse:
    """All of it; or, asked every few seconds, the part that changes, and nothing at all while it has not changed."""
    town = the_town()
    office = centre_of(centre, town)
    screen = screen_of(office.id, clock.day_of(clock.now()))
    mark = _mark(screen)
    if request.GET.get("seen") == mark:
        return HttpResponse(status=NOTHING_NEW)
    seen = {
        "office": office,
        "now": in_each(words.NOW),
        "counter": in_each(words.COUNTER),
        "next": in_each(words.NEXT),
        "nobody": in_each(words.NOBODY),
        "waiting": in_each(words.WAITING, number=screen.waiting),
        "screen": screen,
        "called": [(one, _call(one.words, one.counter)) for one in screen.called],
        "mark": mark,
    }
    if "seen" in request.GET:
        return render(request, "public/visits/now.html", seen)
    seen["take"] = in_each(words.YOUR_TELEPHONE)
    seen["qr"] = qr_code(request.build_absolute_uri(reverse("centre", args=[centre])))
    return render(request, "public/visits/screen.html", seen)


def _call(number: str, counter: int) -> list[words.Spoken]:
    return in_each(words.TO_COUNTER, number=aloud(number), counter=counter)


def _mark(screen: Screen) -> str:
    """Tells whether a screen shows this already."""
    return sha256(repr(screen).encode()).hexdigest()[:16]
