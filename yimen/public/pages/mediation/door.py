"""The door: what mediation is, and three ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from yimen.kernel import clock
from yimen.kernel.receipts import read
from yimen.kernel.verdict import Refused
from yimen.mediation.queries.sides import insider_by_code
from yimen.mediation.words import EXCEPTION, RIGHTS
from yimen.privacy.rules import TOO_MANY_WRONG
from yimen.public.here import from_this_site
from yimen.public.pages.mediation.forms import Code
from yimen.public.pages.mediation.here import forget, remember
from yimen.public.receipts import SLOW_DOWN, address_of
from yimen.public.saying import said


@never_cache
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """Ask for it, answer an invitation, or open one's own room with the code."""
    form, status = Code(request.POST if request.method == "POST" else None), 200
    if form.is_valid():
        try:
            insider_by_code(form.cleaned_data["code"], address=address_of(request), at=clock.now())
        except Refused as refusal:
            status = SLOW_DOWN if refusal.verdict.reason == TOO_MANY_WRONG else 200
            form.add_error("code", said(refusal))
        else:
            return remember(redirect("mediation-room"), read(form.cleaned_data["code"]))
    seen = {"form": form, "rights": RIGHTS, "exception": EXCEPTION}
    return render(request, "public/mediation/door.html", seen, status=status)


@never_cache
@from_this_site
def leave_page(request: HttpRequest) -> HttpResponse:
    """This browser forgets the room at once; the mediation goes on."""
    door = redirect("mediation")
    return forget(door) if request.method == "POST" else door
