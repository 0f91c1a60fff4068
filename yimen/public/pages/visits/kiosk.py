"""The tablet at the door of a centre: a number in two touches. It forgets each person before the next one comes.

All steps are one address, sent by forms; each takes the place of the one before, so that there is none to go back to.
Nothing is remembered in a cookie; the language goes along in the form.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache

from yimen.kernel.qr import qr_code
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.public.here import from_this_site
from yimen.public.pages.visits.centre import centre_of, taken_by
from yimen.public.pages.visits.words import TAKE, aloud, in_each
from yimen.public.saying import said
from yimen.routing.town import Town, the_town
from yimen.visits.queries import errands_of, is_tablet, place_of
from yimen.visits.verbs import Taken

SECONDS = 30  # without a touch, then the tablet is at its beginning again


@never_cache
@from_this_site
def page(request: HttpRequest, centre: str, key: str) -> HttpResponse:
    """The languages; what one comes for; the number. ``key`` is known to the centre's own tablets only."""
    town = the_town()
    office = centre_of(centre, town)
    if not is_tablet(office.code, key):
        raise Http404
    language, refused = request.POST.get("language", ""), ""
    if language not in dict(settings.LANGUAGES):
        return _forgetful(render(request, "public/visits/kiosk_start.html", {"office": office, "take": in_each(TAKE)}))
    translation.activate(language)
    request.LANGUAGE_CODE = language
    errands = errands_of(office.id, town)
    seen = {"office": office, "errands": errands, "nonce": new_nonce(), "language": language, "seconds": SECONDS}
    try:
        if "letter" in request.POST:
            taken = taken_by(request, office, town)
            return render(request, "public/visits/kiosk_number.html", seen | _slip(request, taken, town))
    except Refused as refusal:
        refused = said(refusal)
    return render(request, "public/visits/kiosk.html", seen | {"refused": refused})


def _slip(request: HttpRequest, taken: Taken, town: Town) -> dict[str, object]:
    return {
        "place": place_of(taken.ticket, town),
        "spoken": aloud(taken.words),
        "qr": qr_code(request.build_absolute_uri(reverse("ticket", args=[taken.key]))),
        "prints": "print" in request.GET,
    }


def _forgetful(response: HttpResponse) -> HttpResponse:
    """The beginning: whatever a person before has left in this browser goes."""
    response["Clear-Site-Data"] = '"cookies", "storage"'
    return response
