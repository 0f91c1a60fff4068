"""Whose mediation: the browser keeps a sealed note of the code for half an hour, and no cache keeps a page."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from yimen.kernel import clock
from yimen.kernel.seal import box
from yimen.mediation.queries.sides import insider_of_note
from yimen.mediation.rooms.inside import WithCode
from yimen.public.here import AT_MOST, from_this_site

COOKIE = "room"
Page = Callable[..., HttpResponseBase]


def remember(response: HttpResponse, code: str) -> HttpResponse:
    """This browser can open the room for half an hour without typing the code again."""
    note = box().encrypt(code.encode()).decode()
    response.set_cookie(
        COOKIE, note, max_age=AT_MOST, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE
    )
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """One tap and this browser knows nothing of it."""
    response.delete_cookie(COOKIE, samesite="Strict")
    response["Clear-Site-Data"] = '"cache"'
    return response


def code_here(request: HttpRequest) -> str:
    """The code that this browser has shown; empty after half an hour."""
    try:
        return box().decrypt(request.COOKIES.get(COOKIE, "").encode(), ttl=AT_MOST).decode()
    except InvalidToken:
        return ""


def with_code(page: Page) -> Page:
    """A page of one's own mediation, for a side or whoever comes with it: without a code, it is asked for first."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        at: datetime = clock.now()
        code = code_here(request)
        me: WithCode | None = insider_of_note(code) if code else None
        if me is None:
            return forget(redirect("mediation"))
        response = page(request, me, at, *args, **kwargs)
        return remember(response, code) if isinstance(response, HttpResponse) else response

    guarded.is_with_code = True  # type: ignore[attr-defined]  # what the house test looks for
    return never_cache(from_this_site(guarded))
