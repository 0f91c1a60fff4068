"""On this phone: what waits there for a signal, and the receipts that were kept. What waits is sent to this address.

All of it is in the browser; this page brings the words for it. A sending is the form "Tell us" as it was filled in,
with a key that the browser made itself: the receipt comes from it, so however often it arrives it is one case.
"""

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from yimen.cases.verbs import Receipt
from yimen.intake.channels.web import SentTooMuch
from yimen.kernel import clock
from yimen.kernel.languages import name_in
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused
from yimen.public.failing import NOT_NOW
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.offline.keeping import kept_offline
from yimen.public.pages.tell import brought, telling_of
from yimen.public.receipts import SLOW_DOWN
from yimen.public.saying import said
from yimen.routing.queries import DoorFacts
from yimen.routing.town import the_town

_log = logging.getLogger(__name__)
HOUR, MINUTE = 3600, 60


@kept_offline
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The lists; or the town's answer to one sending that had waited."""
    if request.method == "POST":
        response = _answer(request)
        add_never_cache_headers(response)
        return response
    return render(request, "public/kept.html")


def _answer(request: HttpRequest) -> HttpResponse:
    """Sent, with its codes; refused, with reasons for the person; or later, because it is the town that can't now."""
    town = the_town()
    form = telling_of(request, town)
    if not form.is_valid():
        return _refused([str(each) for errors in form.errors.values() for each in errors])
    try:
        receipt = brought(request, form, town, clock.now())
    except SentTooMuch:
        return JsonResponse({"state": "later", "seconds": HOUR}, status=SLOW_DOWN)
    except Refused as refusal:
        return _refused([said(refusal)])
    except (DatabaseError, OSError):
        _log.exception("a case that had waited could not be written down")
        return JsonResponse({"state": "later", "seconds": MINUTE}, status=NOT_NOW)
    if isinstance(receipt, DoorFacts):
        return _refused([_other_door(receipt, language_of(request))])
    return JsonResponse({"state": "sent", "codes": _codes(receipt), "changed": not receipt.says_the_same})


def _refused(reasons: list[str]) -> HttpResponse:
    return JsonResponse({"state": "refused", "reasons": reasons})


def _other_door(door: DoorFacts, reader: str) -> str:
    words = _("This belongs to another door: %(door)s") % {"door": name_in(door.names, reader)}
    return f"{words} {door.telephone}".strip()


def _codes(receipt: Receipt) -> list[dict[str, str]]:
    """The receipt first; then a helper's, and the invitations to hand over: they are shown only now."""
    codes = [(_("Your receipt"), receipt.code)]
    if receipt.helpers:
        codes.append((_("Your own receipt, as a helper"), receipt.helpers))
    codes += [(_("Invitation %(n)s") % {"n": n}, code) for n, code in enumerate(receipt.invitations, 1)]
    if receipt.case.consent:
        codes[0] = (_("The receipt, to give to whoever you bring this for"), receipt.code)
    return [{"title": title, "code": shown(code)} for title, code in codes]
