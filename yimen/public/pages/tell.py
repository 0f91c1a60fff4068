"""Tell us: a resident sends a case, and gets the receipt on the very next page."""

from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yimen.cases.verbs import Receipt
from yimen.intake.channels.web import NEWCOMER, bring_by_web
from yimen.intake.verbs import tell_door
from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.public.here import from_this_site, language_of, remember
from yimen.public.pages.receipt import receipt_page
from yimen.public.saying import said
from yimen.public.telling import Telling
from yimen.routing.queries import DoorFacts
from yimen.routing.town import Town, the_town

UNAVAILABLE = 503


@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The form; the form with another door that fits better; or the receipt."""
    town = the_town()
    form = Telling(
        request.POST or None,
        request.FILES or None,
        town=town,
        reader=language_of(request),
        languages=settings.LANGUAGES,
        has_sms=settings.YIMEN_SMS != "off",
    )
    if not form.is_valid():
        return _form(request, form, town)
    at = clock.now()
    door = _other_door(form, town)
    if door:
        tell_door(by=NEWCOMER, door=door.code, at=at)
        return _form(request, form, town, door=door)
    return _brought(request, form, town, at)


def _brought(request: HttpRequest, form: Telling, town: Town, at: datetime) -> HttpResponse:
    """Write it down, or say in a sentence why not; what was typed is on the page again."""
    try:
        uploads = [(str(file.name), file.read()) for file in request.FILES.getlist("files")]
        receipt: Receipt = bring_by_web(sent=form.submission(), uploads=uploads, at=at)
    except Refused as refusal:
        form.add_error("files" if request.FILES and "name" in refusal.verdict.params else None, said(refusal))
    except (DatabaseError, OSError):
        form.add_error(None, _("We could not save this just now, so nothing was sent. Please try again in a minute."))
        return _form(request, form, town, status=UNAVAILABLE)
    else:
        return remember(receipt_page(request, receipt, form, town), receipt.case)
    return _form(request, form, town)


def _form(
    request: HttpRequest, form: Telling, town: Town, *, door: DoorFacts | None = None, status: int = 200
) -> HttpResponse:
    urgent = [d for d in town.catalogue.doors.values() if d.is_urgent]
    seen = {"form": form, "door": door, "urgent": urgent}
    return render(request, "public/tell.html", seen, status=status)


def _other_door(form: Telling, town: Town) -> DoorFacts | None:
    category = town.catalogue.leaf(form.cleaned_data["category"])
    return town.catalogue.doors.get(category.door_code) if category else None
