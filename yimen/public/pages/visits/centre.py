"""The page of a centre: where it is, when it is open, how many wait; and a number by one's own telephone."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel import clock
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.verdict import Refused
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Resident
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.hours import shown
from yimen.public.receipts import SLOW_DOWN, address_of
from yimen.public.saying import said
from yimen.public.telling import DAMAGED
from yimen.routing.town import Town, the_town
from yimen.visits.policies import is_centre, may_take_at
from yimen.visits.queries import errands_of, screen_of
from yimen.visits.rules import TOO_MANY
from yimen.visits.verbs import Taken, Wish, take_ticket

SOMEBODY = Resident(case_id=0)  # whoever stands in a queue is nobody in particular


class Taking(forms.Form):
    """What one comes for; the nonce makes a form that is sent twice one number."""

    nonce = forms.RegexField(NONCE)
    letter = forms.CharField(max_length=1)


def centre_of(code: str, town: Town) -> OfficeFacts:
    """The centre with this code; there is no page for any other office."""
    office = town.offices.by_code.get(code)
    if office is None or not is_centre(office.id, town):
        raise Http404
    return office


@never_cache
@from_this_site
def page(request: HttpRequest, centre: str) -> HttpResponse:
    """What stands at its door. A number that is taken here has a page of its own, behind a link nobody can guess."""
    town, at = the_town(), clock.now()
    office = centre_of(centre, town)
    status, refused = 200, ""
    if request.method == "POST":
        try:
            return redirect("ticket", taken_by(request, office, town, address=address_of(request)).key)
        except Refused as refusal:
            refused = said(refusal)
            status = SLOW_DOWN if refusal.verdict.reason == TOO_MANY else 200
    here = localtime(at)
    works = calendar_for(edition_of(town.editions)).works(here.date())
    seen = {
        "centre": shown(office, language_of(request), works=works, at=here),
        "errands": errands_of(office.id, town),
        "verdict": may_take_at(SOMEBODY, office.id, town, at),
        "screen": screen_of(office.id, here.date()),
        "nonce": new_nonce(),
        "refused": refused,
    }
    return render(request, "public/visits/centre.html", seen, status=status)


def taken_by(request: HttpRequest, office: OfficeFacts, town: Town, *, address: str = "") -> Taken:
    """The number that this form asks for; refused in a sentence if it was damaged on the way."""
    form = Taking(request.POST)
    if not form.is_valid():
        raise Refused(DAMAGED)
    asked = form.cleaned_data
    wish = Wish(office.id, asked["letter"], language_of(request), asked["nonce"], address)
    return take_ticket(by=SOMEBODY, wish=wish, town=town, at=clock.now())
