"""Tell us: a resident sends a case, and gets the receipt on the very next page."""

import logging
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.html import strip_spaces_between_tags
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import code_hash, holder_of, opened_by
from yimen.cases.verbs import Receipt
from yimen.intake.channels.web import NEWCOMER, SentTooMuch, bring_by_web
from yimen.intake.verbs import tell_door
from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.public.failing import NOT_NOW
from yimen.public.here import forget, from_this_site, language_of, remember
from yimen.public.many_files import uploads_of
from yimen.public.pages.offline.keeping import kept_offline
from yimen.public.pages.receipt import receipt_page
from yimen.public.receipts import SLOW_DOWN, address_of
from yimen.public.saying import put_on
from yimen.public.telling import Telling
from yimen.routing.queries import DoorFacts
from yimen.routing.town import Town, the_town

_log = logging.getLogger(__name__)


@kept_offline
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The form; the form with another door that fits better; or the receipt."""
    town = the_town()
    form = telling_of(request, town)
    response = _answer(request, form, town, clock.now()) if form.is_valid() else _form(request, form, town)
    if form.is_bound:
        add_never_cache_headers(response)
    else:  # an empty form is nobody's; a browser that may keep it also keeps what is typed into it, one step back
        patch_cache_control(response, private=True, no_cache=True)
    return response


def telling_of(request: HttpRequest, town: Town) -> Telling:
    """The form, empty or as it was sent."""
    return Telling(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        town=town,
        reader=language_of(request),
        languages=settings.LANGUAGES,
        has_sms=settings.YIMEN_SMS != "off",
    )


def brought(request: HttpRequest, form: Telling, town: Town, at: datetime) -> Receipt | DoorFacts:
    """What became of a whole form: the receipt of its case, or another door that fits better; nothing is kept then."""
    if door := _other_door(form, town):
        tell_door(by=NEWCOMER, door=door.code, at=at)
        return door
    return bring_by_web(
        sent=form.submission(), uploads=uploads_of(request), at=at, address=address_of(request), town=town
    )


def _answer(request: HttpRequest, form: Telling, town: Town, at: datetime) -> HttpResponse:
    """Another door, or write it down, or say in a sentence why not; what was typed is on the page again."""
    try:
        receipt = brought(request, form, town, at)
    except SentTooMuch as refusal:
        put_on(form, refusal)
        response = _form(request, form, town, status=SLOW_DOWN)
        response["Retry-After"] = "3600"
        return response
    except Refused as refusal:
        put_on(form, refusal)
        return _form(request, form, town)
    except (DatabaseError, OSError):
        _log.exception("a case could not be written down")
        form.add_error(None, _("We could not save this just now. Please send it again in a minute: it stays one case."))
        return _form(request, form, town, status=NOT_NOW)
    if isinstance(receipt, DoorFacts):
        return _form(request, form, town, door=receipt)
    return _noted(receipt_page(request, receipt, form, town), receipt)


def _noted(response: HttpResponse, receipt: Receipt) -> HttpResponse:
    """This browser keeps a note of the case; a helper's only of where it stands, if they want to see that."""
    if not receipt.case.consent:
        return remember(response, receipt.case)
    helper = holder_of(code_hash(receipt.helpers)) if receipt.helpers else None
    return remember(response, opened_by(helper)) if helper else forget(response)


def _form(
    request: HttpRequest, form: Telling, town: Town, *, door: DoorFacts | None = None, status: int = 200
) -> HttpResponse:
    urgent = [d for d in town.catalogue.doors.values() if d.is_urgent]
    seen = {"form": form, "door": door, "urgent": urgent, "had_files": bool(request.FILES)}
    response = render(request, "public/tell.html", seen, status=status)
    # Four hundred lines of choices: on a bad connection their margins are felt.
    response.content = strip_spaces_between_tags(response.content.decode()).encode()
    return response


def _other_door(form: Telling, town: Town) -> DoorFacts | None:
    category = town.catalogue.leaf(form.cleaned_data["category"])
    return town.catalogue.doors.get(category.door_code) if category else None
