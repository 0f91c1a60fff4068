"""Leave quickly: all that this browser knows of the town goes, and something harmless stands there instead."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from yimen.public.here import forget, is_from_here


@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """A plain link, so that it works without JavaScript. Another site's link, or a picture in it, wipes nothing."""
    response = redirect(settings.YIMEN_LEAVE_TO or reverse("answers"))
    if is_from_here(request) and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        forget(response)
        for name in request.COOKIES:  # not every browser obeys the line below, and none where there is no https
            response.delete_cookie(name, samesite="Strict")
        response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
