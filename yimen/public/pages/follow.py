"""Follow a receipt: type it, and see your case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from yimen.kernel import clock
from yimen.public.here import forget, from_this_site, remember
from yimen.public.receipts import Receipt


@never_cache
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The receipt opens the case in this browser for half an hour."""
    form = Receipt(request.POST if request.method == "POST" else None)
    case = form.case(request, clock.now())
    if case:
        return remember(redirect("own"), case)
    seen = {"form": form, "is_forgotten": "forgotten" in request.GET}
    return render(request, "public/follow.html", seen, status=form.status)


@never_cache
@from_this_site
def leave(request: HttpRequest) -> HttpResponse:
    """Quick leave: this browser forgets the case at once."""
    home = redirect("home")
    return forget(home) if request.method == "POST" else home
