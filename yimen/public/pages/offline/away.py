"""Leave quickly: all that this browser knows of the town goes, and something harmless stands there instead."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from yimen.public.here import forget, is_from_here
from yimen.public.pages.mediation.here import COOKIE as ROOM


@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """A plain link, so that it works without JavaScript. Another site's link, or a picture in it, wipes nothing."""
    response = redirect(settings.YIMEN_LEAVE_TO or reverse("answers"))
    if is_from_here(request) and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        forget(response)
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        response.delete_cookie(ROOM, samesite="Strict")
        response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
