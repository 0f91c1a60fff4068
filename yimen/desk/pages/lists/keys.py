"""Whether single keys do something: a choice of this browser, for whoever speaks to it or types with a stick."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from yimen.desk.acting import KEYS, AtDesk, at_desk

A_YEAR = 365 * 24 * 60 * 60


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Switch them off, or on again (WCAG 2.1.4); then back to the page where that was pressed."""
    here = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(here, {request.get_host()}, require_https=request.is_secure())
    response = redirect(here if is_ours else "desk")
    if request.method == "POST":
        secure = settings.SESSION_COOKIE_SECURE
        value = "off" if request.POST.get(KEYS) == "off" else "on"
        response.set_cookie(KEYS, value, max_age=A_YEAR, path="/desk/", httponly=True, samesite="Lax", secure=secure)
    return response
