"""Follow a receipt: type it, and see your case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from yimen.kernel import clock
from yimen.kernel.receipts import read, shown
from yimen.public.here import forget, from_this_site, remember
from yimen.public.pages.offline.keeping import kept_offline
from yimen.public.receipts import SLOW_DOWN, Receipt
from yimen.visits.booked.queries import is_booking


@kept_offline
@never_cache
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The receipt opens the case in this browser for half an hour; that of a booked visit leads to the visit."""
    form = Receipt(request.POST if request.method == "POST" else None)
    case = form.case(request, clock.now())
    if case:
        return remember(redirect("own"), case)
    typed = request.POST.get("receipt", "")
    if typed and form.status != SLOW_DOWN and is_booking(typed):
        return redirect("booking", shown(read(typed)))
    seen = {"form": form, "is_forgotten": "forgotten" in request.GET}
    return render(request, "public/follow.html", seen, status=form.status)


@never_cache
@from_this_site
def leave(request: HttpRequest) -> HttpResponse:
    """Quick leave: this browser forgets the case at once."""
    home = redirect("home")
    return forget(home) if request.method == "POST" else home
